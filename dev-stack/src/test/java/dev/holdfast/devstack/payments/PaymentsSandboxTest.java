package dev.holdfast.devstack.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.devstack.thirdparty.Http;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API as Stripe documents it. */
class PaymentsSandboxTest {

    private PaymentsSandbox sandbox;
    private Merchant merchant;

    @BeforeEach
    void start(@TempDir Path data) {
        sandbox = PaymentsSandbox.start(data, 0);
        merchant = new Merchant(sandbox.url());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void anAuthorizationIsCapturedAndRefundedInParts() throws Exception {
        JsonNode intent = merchant.authorize("k1", "o1", 2580, "pm_card_visa").json();
        assertEquals("requires_capture", intent.get("status").asText());
        assertEquals(2580, intent.get("amount_capturable").asLong());
        assertEquals("o1", intent.at("/metadata/order_id").asText());

        String id = intent.get("id").asText();
        JsonNode captured =
                merchant.post("/v1/payment_intents/" + id + "/capture", "k2", "").json();
        assertEquals("succeeded", captured.get("status").asText());
        assertEquals(2580, captured.get("amount_received").asLong());

        String part = "payment_intent=" + id + "&amount=80";
        JsonNode refund = merchant.post("/v1/refunds", "k3", part).json();
        assertEquals("refund", refund.get("object").asText());
        assertEquals(80, refund.get("amount").asLong());
        assertEquals(1, merchant.live("o1"));

        merchant.post("/v1/refunds", "k4", "payment_intent=" + id);
        assertEquals(0, merchant.live("o1"));
        Http.Reply tooMuch = merchant.post("/v1/refunds", "k5", "payment_intent=" + id);
        assertEquals(400, tooMuch.status());
        assertEquals("charge_already_refunded", tooMuch.json().at("/error/code").asText());
    }

    @Test
    void aCanceledAuthorizationHoldsNoMoneyAndCannotBeCaptured() throws Exception {
        String id = merchant.authorize("k1", "o1", 100, "pm_card_visa").json().get("id").asText();
        String path = "/v1/payment_intents/" + id;
        assertEquals(1, merchant.live("o1"));

        JsonNode canceled = merchant.post(path + "/cancel", "k2", "").json();
        assertEquals("canceled", canceled.get("status").asText());
        assertEquals(0, merchant.live("o1"));

        Http.Reply late = merchant.post(path + "/capture", "k3", "");
        assertEquals(400, late.status());
        assertEquals("payment_intent_unexpected_state", late.json().at("/error/code").asText());
        assertEquals("canceled", late.json().at("/error/payment_intent/status").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedLostCard, card_declined, lost_card",
        "pm_card_chargeDeclinedExpiredCard, expired_card,",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc,",
    })
    void aDeclineSaysWhyAndLeavesAnIntentWithoutMoney(String method, String code, String bank)
            throws Exception {
        Http.Reply declined = merchant.authorize("k1", "o1", 100, method);

        assertEquals(402, declined.status());
        JsonNode error = declined.json().get("error");
        assertEquals("card_error", error.get("type").asText());
        assertEquals(code, error.get("code").asText());
        assertEquals(bank, error.path("decline_code").asText(null));
        assertEquals("requires_payment_method", error.at("/payment_intent/status").asText());
        assertEquals(0, merchant.live("o1"));
    }

    @Test
    void anIntentIsFoundByItsIdAndByItsOrder() throws Exception {
        String id = merchant.authorize("k1", "o1", 100, "pm_card_visa").json().get("id").asText();
        merchant.authorize("k2", "o2", 100, "pm_card_visa");

        assertEquals(id, merchant.get("/v1/payment_intents/" + id).json().get("id").asText());
        assertEquals(1, merchant.search("o1").size());
        assertEquals(id, merchant.search("o1").at("/0/id").asText());
        assertTrue(merchant.search("o3").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "currency=eur, parameter_missing, amount",
        "amount=0&currency=eur, parameter_invalid_integer, amount",
        "amount=12.5&currency=eur, parameter_invalid_integer, amount",
        "amount=99999999999&currency=eur, amount_too_large, amount",
        "amount=1&currency=euro, parameter_invalid, currency",
        "amount=1&currency=eur&colour=red, parameter_unknown, colour",
        "amount=1&currency=eur&payment_method=pm_x&confirm=true, resource_missing, payment_method",
    })
    void aParameterThatMakesNoSenseIsNamed(String form, String code, String parameter)
            throws Exception {
        Http.Reply refused = merchant.post("/v1/payment_intents", "k1", form);

        assertEquals(400, refused.status());
        assertEquals("invalid_request_error", refused.json().at("/error/type").asText());
        assertEquals(code, refused.json().at("/error/code").asText());
        assertEquals(parameter, refused.json().at("/error/param").asText());
        assertTrue(merchant.get("/sandbox/books").json().get("intents").isEmpty());
    }

    @Test
    void nobodyIsServedWithoutAKey() throws Exception {
        String url = sandbox.url() + "/v1/payment_intents/pi_1";
        assertEquals(401, Http.send("GET", url, null).status());
        assertEquals(
                401, Http.send("GET", url, null, "Authorization", "Bearer pk_live_1").status());
        assertEquals(404, merchant.get("/v1/payment_intents/pi_1").status());
        assertEquals(404, merchant.get("/v1/customers").status());
    }

    @Test
    void anOrderPaidTwiceShowsInTheBooks() throws Exception {
        merchant.authorize("k1", "o1", 100, "pm_card_visa");
        merchant.authorize("k2", "o1", 100, "pm_card_visa");

        assertEquals(2, merchant.live("o1"));
        JsonNode intent = merchant.get("/sandbox/books").json().at("/intents/0");
        assertEquals("o1", intent.get("order_id").asText());
        assertEquals(100, intent.get("amount").asLong());
        assertEquals(0, intent.get("amount_captured").asLong());
        assertNull(merchant.get("/sandbox/books").json().get("error"));
    }
}
