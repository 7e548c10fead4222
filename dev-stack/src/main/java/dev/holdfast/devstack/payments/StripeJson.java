package dev.holdfast.devstack.payments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.devstack.thirdparty.Answer;
import java.util.List;
import java.util.Map;

/** Writes objects as Stripe writes them. */
final class StripeJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StripeJson() {}

    static ObjectNode intent(Intent intent) {
        ObjectNode json =
                JSON.objectNode()
                        .put("id", intent.id())
                        .put("object", "payment_intent")
                        .put("amount", intent.amount())
                        .put("amount_capturable", intent.capturable())
                        .put("amount_received", intent.captured())
                        .put("cancellation_reason", intent.cancellationReason())
                        .put("capture_method", intent.manualCapture() ? "manual" : "automatic")
                        .put("created", intent.created())
                        .put("currency", intent.currency())
                        .put("description", intent.description())
                        .put("latest_charge", intent.charge())
                        .put("livemode", false)
                        .put("payment_method", intent.paymentMethod())
                        .put("status", intent.status().stripeName());
        json.set("last_payment_error", intent.decline() == null ? null : decline(intent));
        json.set("metadata", metadata(intent.metadata()));
        json.putArray("payment_method_types").add("card");
        return json;
    }

    static ObjectNode refund(Refund refund) {
        ObjectNode json =
                JSON.objectNode()
                        .put("id", refund.id())
                        .put("object", "refund")
                        .put("amount", refund.amount())
                        .put("charge", refund.charge())
                        .put("created", refund.created())
                        .put("currency", refund.currency())
                        .put("payment_intent", refund.intent())
                        .put("reason", refund.reason())
                        .put("status", "succeeded");
        json.set("metadata", metadata(refund.metadata()));
        return json;
    }

    static ObjectNode found(List<Intent> intents) {
        ObjectNode json =
                JSON.objectNode()
                        .put("object", "search_result")
                        .put("url", "/v1/payment_intents/search")
                        .put("has_more", false)
                        .putNull("next_page");
        var data = json.putArray("data");
        intents.forEach(intent -> data.add(intent(intent)));
        return json;
    }

    static ObjectNode error(StripeError error) {
        ObjectNode fields = JSON.objectNode().put("type", error.type());
        if (error.code() != null) {
            fields.put("code", error.code());
        }
        if (error.parameter() != null) {
            fields.put("param", error.parameter());
        }
        fields.put("message", error.message());
        if (error.intent() != null) {
            if (error.intent().decline() != null) {
                fields.put("decline_code", error.intent().decline().declineCode());
                fields.put("charge", error.intent().charge());
            }
            fields.set("payment_intent", intent(error.intent()));
        }
        ObjectNode json = JSON.objectNode();
        json.set("error", fields);
        return json;
    }

    static Answer.Reply reply(StripeError error) {
        return new Answer.Reply(error.status(), error(error));
    }

    private static ObjectNode decline(Intent intent) {
        Decline why = intent.decline();
        ObjectNode json =
                JSON.objectNode()
                        .put("type", "card_error")
                        .put("code", why.code())
                        .put("message", why.message())
                        .put("charge", intent.charge());
        if (why.declineCode() != null) {
            json.put("decline_code", why.declineCode());
        }
        json.putObject("payment_method").put("id", why.paymentMethod()).put("type", "card");
        return json;
    }

    private static ObjectNode metadata(Map<String, String> metadata) {
        ObjectNode json = JSON.objectNode();
        metadata.forEach(json::put);
        return json;
    }
}
