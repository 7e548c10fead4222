package dev.holdfast.courier.relay;

import java.util.List;

/** The broker is there and refuses certain messages; nothing is known of the others. */
public class Refused extends NotCarried {

    private final transient List<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
        super(refusals.getFirst().reason());
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
