package dev.holdfast.devstack.mail;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.devstack.thirdparty.Http;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail goes in over SMTP and is read over HTTP. */
class MailServerTest {

    private MailServer server;
    private Sender sender;

    @BeforeEach
    void start(@TempDir Path data) {
        server = MailServer.start(data, 0, 0);
        sender = new Sender(server.smtpPort());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMailIsListedAndReadInFull() throws Exception {
        sender.send("<1@shop>", "ada@example.org", "Bestellung bestätigt ✓", "o1");

        JsonNode item = get("/mails").at("/items/0");
        assertEquals("<1@shop>", item.get("messageId").asText());
        assertEquals("shop@example.org", item.get("from").asText());
        assertEquals("ada@example.org", item.at("/to/0").asText());
        assertEquals("Bestellung bestätigt ✓", item.get("subject").asText());
        assertEquals("o1", item.get("orderId").asText());
        assertEquals(1, item.get("received").asInt());

        JsonNode full = get("/mails/" + item.get("id").asText());
        assertEquals("Dear Ada, thank you: 12,90 €.", full.get("text").asText());
        assertEquals("<p>Dear Ada, thank you: 12,90 €.</p>", full.get("html").asText());
        assertEquals("o1", full.at("/headers/X-Holdfast-Order/0").asText());
    }

    @Test
    void theSameMailAgainIsCountedAndNotListedAgain() throws Exception {
        sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1");
        sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1");
        sender.send("<2@shop>", "ada@example.org", "Confirmed", "o1");

        JsonNode items = get("/mails").get("items");
        assertEquals(2, items.size());
        assertEquals(2, items.at("/0/received").asInt());
        assertEquals(1, items.at("/1/received").asInt());
    }

    @Test
    void mailsAreFoundByRecipientSubjectAndOrder() throws Exception {
        sender.send("<1@shop>", "ada@example.org", "Order web-1 is confirmed", "o1");
        sender.send("<2@shop>", "bob@example.org", "Order web-2 was declined", "o2");

        assertEquals("<1@shop>", only("/mails?to=ADA@example.org"));
        assertEquals("<2@shop>", only("/mails?subject=declined"));
        assertEquals("<2@shop>", only("/mails?order=o2"));
        assertTrue(get("/mails?order=o2&to=ada@example.org").get("items").isEmpty());
    }

    @Test
    void pagesFollowEachOtherWithoutGapAlsoWhileMailComesIn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String messageId = "<%d@shop>".formatted(i);
                threads.submit(
                        () -> {
                            sender.send(messageId, "ada@example.org", "Confirmed", "o1");
                            return null;
                        });
            }
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = get("/mails?limit=7&cursor=" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("messageId").asText()));
            cursor = page.get("next").asText(null);
        } while (cursor != null);
        assertEquals(40, seen.size());
    }

    @Test
    void anEmptiedBoxIsEmpty() throws Exception {
        sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1");
        assertEquals(204, Http.send("DELETE", server.url() + "/mails", null).status());
        assertTrue(get("/mails").get("items").isEmpty());

        sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1");
        assertEquals(1, get("/mails").at("/items/0/received").asInt());
    }

    @Test
    void itRefusesForNowOrForGoodAsOftenAsItWasAskedTo() throws Exception {
        fault("{\"mode\": \"refuse-450\", \"for\": 1}");
        assertEquals(450, refusal());
        fault("{\"mode\": \"refuse-550\", \"for\": 1}");
        assertEquals(550, refusal());

        assertDoesNotThrow(() -> sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1"));
    }

    @Test
    void downItServesNobodyUntilTheFaultIsCleared() throws Exception {
        fault("{\"mode\": \"down\"}");
        assertThrows(
                MessagingException.class,
                () -> sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1"));
        assertEquals(204, Http.send("DELETE", server.url() + "/faults", null).status());

        assertDoesNotThrow(() -> sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1"));
        assertEquals(1, get("/mails").get("items").size());
    }

    @Test
    void whatIsNotThereIsRefusedInASentence() throws Exception {
        assertEquals("No mail has the id 7.", get("/mails/7").get("error").asText());
        assertEquals("limit must be from 1 to 1000.", get("/mails?limit=0").get("error").asText());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return Http.send("GET", server.url() + path, null).json();
    }

    private String only(String path) throws IOException, InterruptedException {
        JsonNode items = get(path).get("items");
        assertEquals(1, items.size());
        return items.at("/0/messageId").asText();
    }

    private void fault(String json) throws IOException, InterruptedException {
        assertEquals(204, Http.send("POST", server.url() + "/faults", json).status());
    }

    private int refusal() {
        Exception refused =
                assertThrows(
                        MessagingException.class,
                        () -> sender.send("<1@shop>", "ada@example.org", "Confirmed", "o1"));
        while (!(refused instanceof SMTPAddressFailedException code)) {
            refused = ((MessagingException) refused).getNextException();
        }
        return code.getReturnCode();
    }
}
