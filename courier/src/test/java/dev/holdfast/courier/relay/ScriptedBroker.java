package dev.holdfast.courier.relay;

import dev.holdfast.courier.outbox.Broker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A broker that is there or not, and refuses certain keys, at once or later, by name or not. */
final class ScriptedBroker implements Carrier {

    enum Manner {
        NAMES_THEM_FOR_GOOD,
        NAMES_THEM,
        CLOSES_THE_CHANNEL
    }

    final List<String> wire = new CopyOnWriteArrayList<>();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    volatile Manner manner = Manner.NAMES_THEM_FOR_GOOD;
    volatile boolean down;
    volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public Broker broker() {
        return Broker.KAFKA;
    }

    @Override
    public Flight send(List<Outgoing> page) throws NotCarried {
        if (down) {
            throw new NotCarried("The broker is down.");
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Outgoing message : page) {
            String key = message.envelope().key();
            if (refused.contains(key)) {
                boolean forGood = manner == Manner.NAMES_THEM_FOR_GOOD;
                refusals.add(
                        new Refusal(message, "The broker does not like " + key + ".", forGood));
            } else {
                wire.add(key + " " + message.envelope().sequence());
            }
        }
        return () -> {
            gate.await();
            if (down) {
                throw new NotCarried("The broker went down.");
            }
            if (!refusals.isEmpty() && manner == Manner.CLOSES_THE_CHANNEL) {
                throw new PageRefused("The broker closed the channel.", null);
            }
            if (!refusals.isEmpty()) {
                throw new Refused(refusals);
            }
        };
    }

    /** What was sent of a key, each once, in the order in which it was sent first. */
    List<String> sentOf(String key) {
        return wire.stream().filter(sent -> sent.startsWith(key + " ")).distinct().toList();
    }
}
