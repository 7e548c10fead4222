package dev.holdfast.devstack.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.devstack.thirdparty.Http;
import dev.holdfast.devstack.thirdparty.StandInProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The box outlives the process. */
class MailboxTest {

    @TempDir private Path data;

    @Test
    void killedItKeepsEveryMailThatItAcknowledgedAndItsCount() throws Exception {
        try (var victim = new StandInProcess(MailServer.class, data)) {
            var sender = new Sender(victim.ports().getFirst());
            for (int i = 0; i < 5; i++) {
                sender.send("<%d@shop>".formatted(i), "ada@example.org", "Confirmed", "o" + i);
            }
            sender.send("<0@shop>", "ada@example.org", "Confirmed", "o0");
            victim.kill();
        }
        Files.writeString(data.resolve("torn.arriving"), "Message-ID: <6@sh");

        try (var server = MailServer.start(data, 0, 0)) {
            new Sender(server.smtpPort()).send("<0@shop>", "ada@example.org", "Confirmed", "o0");
            new Sender(server.smtpPort()).send("<7@shop>", "ada@example.org", "Confirmed", "o7");

            JsonNode items = Http.send("GET", server.url() + "/mails", null).json().get("items");
            assertEquals(6, items.size());
            assertEquals(3, items.at("/0/received").asInt());
            assertEquals("<7@shop>", items.at("/5/messageId").asText());
        }
    }

    @Test
    void askedToEndItEndsCleanly() throws Exception {
        try (var server = new StandInProcess(MailServer.class, data)) {
            assertEquals(2, server.ports().size());
            assertEquals(StandInProcess.ENDED_BY_SIGTERM, server.terminate());
        }
    }
}
