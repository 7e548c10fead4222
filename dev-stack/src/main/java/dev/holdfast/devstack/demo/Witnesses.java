package dev.holdfast.devstack.demo;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the third parties say, who have no reason to flatter.
 *
 * @param chargedTwice orders for which the payment provider holds money more than once
 * @param unpaid confirmed orders for which it holds none
 * @param mails how many mails about the run's orders a mailbox holds
 * @param mailedTwice orders about which it holds more than one mail
 * @param mailsDropped mails that came again under their Message-ID, which a mailbox drops
 */
record Witnesses(long chargedTwice, long unpaid, long mails, long mailedTwice, long mailsDropped) {

    static Witnesses ask(Figures figures, Api payments, Api mail) {
        Set<String> ours = figures.orders().stream().map(PlacedOrder::id).collect(toSet());
        var charged = new HashMap<String, Integer>();
        for (JsonNode order : payments.get("/sandbox/books").body().path("orders")) {
            charged.put(order.path("order_id").asText(), order.path("live").asInt());
        }
        var mails = new HashMap<String, Integer>();
        long dropped = 0;
        for (JsonNode received : mail.all("/mails", "limit", "1000")) {
            String order = received.path("orderId").asText();
            if (ours.contains(order)) {
                mails.merge(order, 1, Integer::sum);
                dropped += received.path("received").asInt() - 1;
            }
        }
        return new Witnesses(
                moreThanOne(charged, ours),
                figures.orders().stream()
                        .filter(PlacedOrder::isConfirmed)
                        .filter(order -> charged.getOrDefault(order.id(), 0) == 0)
                        .count(),
                mails.values().stream().mapToInt(Integer::intValue).sum(),
                moreThanOne(mails, ours),
                dropped);
    }

    /** Whether they have nothing to say against us. */
    boolean agree() {
        return chargedTwice == 0 && unpaid == 0 && mailedTwice == 0;
    }

    private static long moreThanOne(Map<String, Integer> counts, Set<String> ours) {
        Set<String> twice = new HashSet<>(ours);
        twice.removeIf(order -> counts.getOrDefault(order, 0) < 2);
        return twice.size();
    }
}
