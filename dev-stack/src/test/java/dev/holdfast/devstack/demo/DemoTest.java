package dev.holdfast.devstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.devstack.mail.MailServer;
import dev.holdfast.devstack.mail.Sender;
import dev.holdfast.devstack.payments.Merchant;
import dev.holdfast.devstack.payments.PaymentsSandbox;
import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.LocalHttp;
import dev.holdfast.devstack.thirdparty.Request;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run, against a shop of one file and the real sandboxes. */
class DemoTest {

    private static final Path EXAMPLES = Path.of("../examples");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PaymentsSandbox payments;
    private MailServer mail;
    private SmallShop shop;

    @BeforeEach
    void start(@TempDir Path data) {
        payments = PaymentsSandbox.start(data.resolve("payments"), 0);
        mail = MailServer.start(data.resolve("mail"), 0, 0);
        shop = new SmallShop(new Merchant(payments.url()), new Sender(mail.smtpPort()));
    }

    @AfterEach
    void stop() {
        mail.close();
        payments.close();
    }

    @Test
    void everyRequestIsAccountedFor() {
        assertTrue(run(shop::answer));

        String told = printed.toString(UTF_8);
        assertTrue(told.contains("accepted      297"), told);
        assertTrue(told.contains("declined       12   card_declined 10, expired_card 2"), told);
        assertTrue(
                told.contains(
                        "refused         5   idempotency-key-reused 1, invalid-request 1,"
                                + " malformed-json 1, unknown-sku 2"),
                told);
        assertTrue(told.contains("repeated        1"), told);
        assertTrue(told.contains("The timeline of order"), told);
        assertTrue(told.contains("Dear Ada, thank you"), told);
    }

    @Test
    void aShopThatKeepsHangingUpChangesNoFigure() {
        var requests = new AtomicInteger();
        Function<Request, Answer> unreliable =
                request -> {
                    // Half of the lost answers are of requests that were carried out.
                    return switch (requests.incrementAndGet() % 12) {
                        case 0 -> new Answer.HangUp();
                        case 6 -> {
                            shop.answer(request);
                            yield new Answer.HangUp();
                        }
                        default -> shop.answer(request);
                    };
                };

        assertTrue(run(unreliable));
        assertTrue(printed.toString(UTF_8).contains("It adds up: 297 accepted"));
    }

    @Test
    void anOrderChargedTwiceIsTold() {
        var charged = new AtomicInteger();
        Function<Request, Answer> greedy =
                request -> {
                    Answer answer = shop.answer(request);
                    if (answer instanceof Answer.Reply reply
                            && reply.status() == 202
                            && reply.body().path("status").asText().equals("confirmed")
                            && charged.getAndIncrement() == 0) {
                        charge(reply.body().get("id").asText());
                    }
                    return answer;
                };

        assertFalse(run(greedy));
        assertTrue(printed.toString(UTF_8).contains("1 charged twice"));
    }

    private boolean run(Function<Request, Answer> api) {
        try (var http = LocalHttp.start(0, api)) {
            var endpoints = new Endpoints(http.url(), "token", payments.url(), mail.url());
            return new Demo(endpoints, new PrintStream(printed, true, UTF_8), false)
                    .run(EXAMPLES, 1000);
        }
    }

    private void charge(String order) {
        try {
            new Merchant(payments.url()).authorize("again", order, 100, "pm_card_visa");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
