package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.devstack.mail.Sender;
import dev.holdfast.devstack.payments.Merchant;
import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.Http;
import dev.holdfast.devstack.thirdparty.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The order API in one file, for tests of the demo alone: it takes an order to its end before it
 * answers. Whether the demo gets on with the real one is for the tests of the whole suite to say.
 */
final class SmallShop {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Merchant payments;
    private final Sender mail;
    private final Map<String, JsonNode> items = new LinkedHashMap<>();
    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, String> orderOfKey = new LinkedHashMap<>();

    SmallShop(Merchant payments, Sender mail) {
        this.payments = payments;
        this.mail = mail;
    }

    synchronized Answer answer(Request request) {
        String path = request.path();
        try {
            if (path.startsWith("/v1/items/")) {
                return item(request, path.substring("/v1/items/".length()));
            }
            if (path.endsWith("/timeline")) {
                return Answer.ok(list(timeline()));
            }
            return switch (request.method() + " " + path) {
                case "POST /v1/orders" -> place(request);
                case "GET /v1/orders" -> Answer.ok(list(JSON.valueToTree(orders.values())));
                case "GET /v1/notifications" -> Answer.ok(list(notifications()));
                default -> problem(404, "not-found");
            };
        } catch (JsonProcessingException e) {
            return problem(400, "malformed-json");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer item(Request request, String sku) throws JsonProcessingException {
        if (request.method().equals("PUT")) {
            items.put(sku, JSON.readTree(request.body()));
            return new Answer.Reply(202, JSON.createObjectNode());
        }
        return items.containsKey(sku) ? Answer.ok(items.get(sku)) : problem(404, "not-found");
    }

    private Answer place(Request request) throws Exception {
        var body = (ObjectNode) JSON.readTree(request.body());
        String key = request.header("Idempotency-Key").orElseThrow();
        if (orderOfKey.containsKey(key)) {
            return bodies.get(key).equals(request.body())
                    ? new Answer.Reply(202, orders.get(orderOfKey.get(key)))
                    : problem(422, "idempotency-key-reused");
        }
        for (JsonNode line : body.get("lines")) {
            if (!items.containsKey(line.get("sku").asText())) {
                return problem(422, "unknown-sku");
            }
            if (line.get("quantity").asInt() < 1) {
                return problem(400, "invalid-request");
            }
        }
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("acceptedAt", Instant.now().toString());
        settle(body, id);
        orders.put(id, body);
        bodies.put(key, request.body());
        orderOfKey.put(key, id);
        return new Answer.Reply(202, body);
    }

    private void settle(ObjectNode order, String id) throws Exception {
        String method = order.at("/payment/method").asText();
        Http.Reply paid = payments.authorize(id, id, 100, method);
        String code = paid.json().at("/error/code").asText(null);
        order.put("status", code == null ? "confirmed" : "declined").put("reason", code);
        if (code == null) {
            order.put("confirmedAt", Instant.now().toString());
        }
        mail.send(
                "<%s@shop>".formatted(id),
                order.at("/customer/email").asText(),
                "Order %s".formatted(order.get("reference").asText()),
                id);
    }

    private ArrayNode notifications() {
        ArrayNode sent = JSON.createArrayNode();
        for (ObjectNode order : orders.values()) {
            sent.addObject()
                    .put("orderId", order.get("id").asText())
                    .put("kind", "order-" + order.get("status").asText())
                    .put("status", "sent");
        }
        return sent;
    }

    private static ArrayNode timeline() {
        ArrayNode steps = JSON.createArrayNode();
        steps.addObject().put("at", Instant.now().toString()).put("type", "OrderConfirmed");
        return steps;
    }

    private static ObjectNode list(ArrayNode items) {
        ObjectNode page = JSON.createObjectNode().putNull("next");
        page.set("items", items);
        return page;
    }

    private static Answer problem(int status, String type) {
        return new Answer.Reply(
                status, JSON.createObjectNode().put("type", "urn:holdfast:problem:" + type));
    }
}
