package dev.holdfast.devstack.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Sends the example orders through the REST API and shows what becomes of them.
 *
 * <p>Any service may be killed and started again in the middle: requests are repeated under their
 * keys until they are answered, and the run ends when every accepted order has come to its end and
 * its mail is out. All figures are the API's, but for what it refused. Runs do not disturb each
 * other, not even at the same time.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final RunId run = RunId.next();
    private final Patience patience = new Patience(PATIENCE);
    private final Api api;
    private final Api payments;
    private final Api mail;
    private final PrintStream out;
    private final Progress progress;

    /**
     * @param terminal whether a line of {@code out} can be rewritten
     */
    public Demo(Endpoints endpoints, PrintStream out, boolean terminal) {
        this.out = out;
        this.progress = new Progress(out, terminal);
        this.api = new Api(endpoints.api(), endpoints.token(), patience, progress::show);
        this.payments = new Api(endpoints.payments(), null, patience, progress::show);
        this.mail = new Api(endpoints.mail(), null, patience, progress::show);
    }

    /**
     * Runs from the catalogue to the last mail.
     *
     * @param examples the folder of the catalogue and the orders
     * @param perSecond how many orders are sent each second
     * @return whether every accepted order is accounted for
     * @throws GaveUp if nothing moves for some minutes
     */
    public boolean run(Path examples, int perSecond) {
        Examples all = Examples.read(examples, run);
        out.println("Run %s".formatted(run.text()));
        progress.show("putting %d items into the catalogue".formatted(all.catalogue().size()));
        new Shop(api, patience).open(all.catalogue());
        progress.end("%d items are in the catalogue".formatted(all.catalogue().size()));

        try (var crowd = new Crowd(api, patience, perSecond)) {
            Figures figures = follow(crowd, crowd.order(all.orders()), all.orders().size());
            var witnesses = Witnesses.ask(figures, payments, mail);
            var summary =
                    new Summary(run, all.orders().size(), figures, crowd.replies(), witnesses);
            out.print(summary.text());
            figures.specimen().ifPresent(order -> out.print(new Story(api, mail).tell(order)));
            return summary.addsUp();
        }
    }

    private Figures follow(Crowd crowd, Future<?> sending, int orders) {
        Figures last = null;
        while (true) {
            boolean allSent = Crowd.done(sending);
            var replies = crowd.replies();
            var figures = Figures.read(api, run);
            if (!figures.equals(last)) {
                patience.progress();
            }
            last = figures;
            long unfinished = figures.unfinished(replies.accepted());
            String line = line(figures, replies, orders);
            if (allSent && unfinished == 0) {
                progress.end(line);
                return figures;
            }
            progress.show(line);
            patience.pause(
                    BETWEEN_LOOKS,
                    "%d orders are not at their end, or their mail is not out"
                            .formatted(unfinished));
        }
    }

    private static String line(Figures figures, Replies replies, int orders) {
        return "%d/%d sent, %d accepted, %d confirmed, %d rejected, %d declined, %d mails"
                .formatted(
                        replies.count(),
                        orders,
                        figures.accepted(),
                        figures.in("confirmed"),
                        figures.in("rejected"),
                        figures.in("declined"),
                        figures.mailsSent());
    }
}
