package dev.holdfast.auditor;

import dev.holdfast.auditor.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an audit came to.
 *
 * @param settledBefore what happened after this was not judged
 */
public record Verdict(Instant settledBefore, Figures figures, List<Finding> findings) {

    public boolean clean() {
        return findings.isEmpty();
    }

    /** For people: a line for each finding, and one that sums up. */
    public String text() {
        return findings.stream().map(Verdict::line).collect(Collectors.joining())
                + """
                Looked at %,d accepted commands, %,d messages, %,d of them taken in, %,d orders, %,d records, %,d payments, \
                %,d mails; judged what happened before %s.
                %s
                """
                        .formatted(
                                figures.commands(),
                                figures.messages(),
                                figures.takings(),
                                figures.orders(),
                                figures.records(),
                                figures.payments(),
                                figures.mails(),
                                settledBefore,
                                clean() ? "Every promise was kept." : count());
    }

    private static String line(Finding finding) {
        return "%-11s%s: %s%n"
                .formatted(finding.kind().label(), finding.subject(), finding.detail());
    }

    private String count() {
        return findings.size() == 1
                ? "One promise was broken."
                : "Promises were broken %d times.".formatted(findings.size());
    }
}
