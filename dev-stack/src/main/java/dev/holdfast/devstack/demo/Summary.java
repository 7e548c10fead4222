package dev.holdfast.devstack.demo;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The figures of a run, for people. */
record Summary(RunId run, int sent, Figures figures, Replies replies, Witnesses witnesses) {

    /** Whether every accepted order is accounted for, once. */
    boolean addsUp() {
        return figures.accepted() == sum()
                && replies.accepted().size() == figures.accepted()
                && replies.count() == sent
                && witnesses.agree();
    }

    String text() {
        String told =
                """

                Run %s: %d requests

                  accepted   %6d
                  confirmed  %6d
                  rejected   %6d   %s
                  declined   %6d   %s
                  expired    %6d   %s
                  refused    %6d   %s
                  repeated   %6d   same key and body: the first answer again

                  POST to confirmed: median %s, p99 %s
                  mails sent: %d (%s)

                """
                        .formatted(
                                run.text(),
                                sent,
                                figures.accepted(),
                                figures.in("confirmed"),
                                figures.in("rejected"),
                                list(figures.reasons("rejected")),
                                figures.in("declined"),
                                list(figures.reasons("declined")),
                                figures.in("expired"),
                                list(figures.reasons("expired")),
                                refused(),
                                list(replies.refused()),
                                replies.repeated(),
                                time(figures.timeToConfirmed(0.5)),
                                time(figures.timeToConfirmed(0.99)),
                                figures.mailsSent(),
                                list(figures.mailsByKind()));
        return (told + balance() + witness()).replaceAll(" +\n", "\n");
    }

    private String balance() {
        String sum =
                "%d accepted = %d confirmed + %d rejected + %d declined + %d expired"
                        .formatted(
                                figures.accepted(),
                                figures.in("confirmed"),
                                figures.in("rejected"),
                                figures.in("declined"),
                                figures.in("expired"));
        if (figures.accepted() != sum()) {
            return "  It does NOT add up: %s.\n".formatted(sum.replace("=", "is not"));
        }
        if (replies.accepted().size() != figures.accepted()) {
            return "  It does NOT add up: a 202 was read for %d orders, and the API lists %d.\n"
                    .formatted(replies.accepted().size(), figures.accepted());
        }
        return "  It adds up: %s.\n".formatted(sum);
    }

    private String witness() {
        return """
                 The payment provider's books: %d charged twice, %d confirmed without a charge.
                 The mailbox: %d mails, %d orders told twice (%d repeats dropped by Message-ID).
               """
                .formatted(
                        witnesses.chargedTwice(),
                        witnesses.unpaid(),
                        witnesses.mails(),
                        witnesses.mailedTwice(),
                        witnesses.mailsDropped());
    }

    private long sum() {
        return figures.settled();
    }

    private int refused() {
        return replies.refused().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String list(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(entry -> "%s %d".formatted(entry.getKey(), entry.getValue().longValue()))
                .collect(joining(", "));
    }

    private static String time(Optional<Duration> time) {
        return time.map(duration -> "%,d ms".formatted(duration.toMillis())).orElse("unknown");
    }
}
