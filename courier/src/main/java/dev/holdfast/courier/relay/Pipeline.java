package dev.holdfast.courier.relay;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Sends a window page by page: the next ones are read and sent while the broker still thinks about
 * the first. They land in the order in which they departed; one that fails takes those behind it
 * along, and the window begins again where the cursor stands.
 */
final class Pipeline {

    private final Feed feed;
    private final PageQuery pages;
    private final Carrier carrier;
    private final SendSpans spans;
    private final RelayMetrics metrics;
    private final PageSize size = new PageSize();
    private final Deque<Page> flying = new ArrayDeque<>();
    private Window unread;

    Pipeline(Feed feed, PageQuery pages, Carrier carrier, SendSpans spans, RelayMetrics metrics) {
        this.feed = feed;
        this.pages = pages;
        this.carrier = carrier;
        this.spans = spans;
        this.metrics = metrics;
    }

    /** Begins with a window, or again, where its cursor stands. */
    void begin(Window window) {
        for (Page page : flying) {
            SendSpans.notSent(page.spans(), "A page before it was not carried.");
        }
        flying.clear();
        unread = window;
    }

    boolean empty() {
        return flying.isEmpty();
    }

    /**
     * The next page, landed, with as many behind it under way as there may be.
     *
     * @param refused keys whose messages are not to be sent
     * @param more whether more pages are to depart; one does if none is under way
     */
    Page next(Set<String> refused, boolean more)
            throws SQLException, NotCarried, InterruptedException {
        int atOnce = more ? size.pages() : 1;
        while (unread != null && flying.size() < atOnce) {
            depart(refused);
        }
        Page page = flying.getFirst();
        land(page);
        flying.removeFirst();
        return page;
    }

    private void depart(Set<String> refused) throws SQLException, NotCarried, InterruptedException {
        int atMost = size.rows();
        List<Outgoing> rows = pages.next(unread, atMost);
        size.read(rows);
        boolean ends = rows.size() < atMost || rows.getLast().seq() >= unread.lastSeq();
        long last = ends ? unread.lastSeq() : rows.getLast().seq();
        List<Outgoing> toSend = rows;
        List<Long> behind = List.of();
        if (!refused.isEmpty()) {
            toSend = new ArrayList<>();
            behind = new ArrayList<>();
            for (Outgoing row : rows) {
                if (refused.contains(row.envelope().key())) {
                    behind.add(row.seq());
                } else {
                    toSend.add(row);
                }
            }
        }
        var sending = spans.begin(feed, toSend);
        long departed = System.nanoTime();
        Flight flight = null;
        try {
            flight = toSend.isEmpty() ? null : carrier.send(toSend);
        } catch (NotCarried e) {
            SendSpans.notSent(sending, e.getMessage());
            throw told(toSend, flying.isEmpty(), e);
        }
        flying.add(new Page(last, ends, toSend, behind, flight, sending, departed));
        unread = ends ? null : unread.from(last + 1);
    }

    private void land(Page page) throws NotCarried, InterruptedException {
        if (page.flight() == null) {
            return;
        }
        try {
            page.flight().land();
        } catch (NotCarried e) {
            throw told(page.sent(), flying.size() == 1, e);
        }
        size.landed();
        SendSpans.sent(page.spans());
        metrics.carried(feed, page.sent().size(), System.nanoTime() - page.departed());
    }

    /** What is refused without a word is told by sending less, until it is alone under way. */
    private NotCarried told(List<Outgoing> sent, boolean alone, NotCarried e) {
        if (!(e instanceof PageRefused)) {
            return e;
        }
        size.refused(sent.size());
        return alone && sent.size() == 1
                ? new Refused(List.of(new Refusal(sent.getFirst(), e.getMessage(), false)))
                : e;
    }
}
