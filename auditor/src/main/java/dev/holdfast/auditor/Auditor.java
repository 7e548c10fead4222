package dev.holdfast.auditor;

import dev.holdfast.auditor.check.Check;
import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.reading.Reading;
import java.time.Duration;

/**
 * Decides whether the promises were kept, from what stands in the databases, at the brokers and in
 * the books of third parties. It asks no service and reads no log, and it changes nothing.
 */
public final class Auditor {

    private final Addresses addresses;

    public Auditor(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * Reads everything and decides.
     *
     * @param settle how long something may take: what is younger is not held against anybody
     * @throws UnreadableEvidence if a server does not answer
     */
    public Verdict audit(Duration settle) {
        return judge(new Reading(addresses).evidence(settle));
    }

    /** Decides: the same evidence always leads to the same verdict. */
    static Verdict judge(Evidence evidence) {
        return new Verdict(
                evidence.settledBefore(),
                Figures.of(evidence),
                Check.ALL.stream().flatMap(check -> check.findings(evidence)).toList());
    }
}
