package dev.holdfast.auditor.check;

import dev.holdfast.auditor.evidence.Evidence;
import java.util.List;
import java.util.stream.Stream;

/** Decides one promise from the evidence alone: same evidence, same findings. */
@FunctionalInterface
public interface Check {

    /** All of them, in the order in which they are reported. */
    List<Check> ALL =
            List.of(
                    new EveryCommandHasAnOutcome(),
                    new EveryMessageArrives(),
                    new EveryTimerFires(),
                    new EveryMailIsSent(),
                    new EffectsHappenOnce(),
                    new KeysKeepTheirOrder(),
                    new ViewsAreUpToDate(),
                    new StockAddsUp(),
                    new MoneyAddsUp(),
                    new NothingIsStuck());

    Stream<Finding> findings(Evidence evidence);
}
