package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the API said to the requests: the one thing that cannot be read from it afterwards. */
final class Replies {

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();

    void add(Api.Reply reply) {
        if (reply.isGood()) {
            if (!accepted.add(reply.body().path("id").asText())) {
                repeated.incrementAndGet();
            }
        } else {
            refused.merge(problem(reply), 1, Integer::sum);
        }
        count.incrementAndGet();
    }

    /** How many requests were answered. */
    int count() {
        return count.get();
    }

    /** The ids of the orders for which a 202 was read. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /** Requests that got the first answer again, because they came under its key. */
    int repeated() {
        return repeated.get();
    }

    /** How many requests were refused, by the problem's type. */
    Map<String, Integer> refused() {
        return new TreeMap<>(refused);
    }

    private static String problem(Api.Reply reply) {
        JsonNode type = reply.body().path("type");
        String name = type.asText("status " + reply.status());
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }
}
