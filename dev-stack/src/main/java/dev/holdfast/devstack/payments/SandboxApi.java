package dev.holdfast.devstack.payments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.devstack.thirdparty.Answer;
import dev.holdfast.devstack.thirdparty.Faults;
import dev.holdfast.devstack.thirdparty.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What only a sandbox has, under {@code /sandbox}: faults to set, books to look into.
 *
 * <ul>
 *   <li>{@code POST /sandbox/faults} with {@code {"mode": "down|stall|fail|forget", "for": n,
 *       "millis": m}} lets the next n requests meet the fault, or all of them without {@code for};
 *   <li>{@code DELETE /sandbox/faults} ends it;
 *   <li>{@code GET /sandbox/books}, or with {@code ?order_id=}: every intent, and for each order
 *       how many of its intents hold money. More than one means that a customer was charged twice.
 * </ul>
 */
final class SandboxApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Books books;
    private final Faults<FaultMode> faults;

    SandboxApi(Books books, Faults<FaultMode> faults) {
        this.books = books;
        this.faults = faults;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /sandbox/books" -> Answer.ok(books(request));
            case "POST /sandbox/faults" -> {
                faults.set(request.json());
                yield Answer.done();
            }
            case "DELETE /sandbox/faults" -> {
                faults.clear();
                yield Answer.done();
            }
            default -> Answer.refused(404, "The sandbox has /sandbox/books and /sandbox/faults.");
        };
    }

    private ObjectNode books(Request request) {
        List<Intent> intents =
                request.query()
                        .value(Intent.ORDER_ID)
                        .map(order -> books.read(() -> books.intentsOf(order)))
                        .orElseGet(() -> books.read(books::intents));
        ObjectNode json = JSON.objectNode();
        ArrayNode list = json.putArray("intents");
        intents.forEach(intent -> list.add(intent(intent)));
        json.set("orders", orders(intents));
        return json;
    }

    private static ObjectNode intent(Intent intent) {
        return JSON.objectNode()
                .put("id", intent.id())
                .put("order_id", intent.orderId())
                .put("amount", intent.amount())
                .put("currency", intent.currency())
                .put("status", intent.status().stripeName())
                .put("amount_captured", intent.captured())
                .put("amount_refunded", intent.refunded())
                .put("live", intent.live());
    }

    private static ArrayNode orders(List<Intent> intents) {
        Map<String, List<Intent>> byOrder = new LinkedHashMap<>();
        for (Intent intent : intents) {
            if (intent.orderId() != null) {
                byOrder.computeIfAbsent(intent.orderId(), _ -> new ArrayList<>()).add(intent);
            }
        }
        ArrayNode list = JSON.arrayNode();
        byOrder.forEach(
                (order, ofOrder) ->
                        list.addObject()
                                .put("order_id", order)
                                .put("intents", ofOrder.size())
                                .put("live", ofOrder.stream().filter(Intent::live).count())
                                .put("captured", sum(ofOrder, Intent::captured))
                                .put("refunded", sum(ofOrder, Intent::refunded)));
        return list;
    }

    private static long sum(List<Intent> intents, ToLongFunction<Intent> amount) {
        return intents.stream().mapToLong(amount).sum();
    }
}
