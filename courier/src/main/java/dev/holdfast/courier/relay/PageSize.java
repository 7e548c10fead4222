package dev.holdfast.courier.relay;

import java.util.List;

/**
 * How many messages make the next page, and how many pages may be under way. After a page was
 * refused without a word of which message it was about, pages go one at a time, each half as long
 * as the one before, until it is found; then they grow again.
 */
final class PageSize {

    private static final int MOST = 2_000;
    private static final int PAGES = 4;
    private static final long BYTES = 4L << 20;

    private int trusted = MOST;
    private long bytesEach = 1;

    /** Few enough that a page of bodies like the last ones does not fill the memory. */
    int rows() {
        return Math.clamp(BYTES / bytesEach, 1, trusted);
    }

    int pages() {
        return trusted == MOST ? PAGES : 1;
    }

    void read(List<Outgoing> page) {
        if (!page.isEmpty()) {
            long bytes = page.stream().mapToLong(message -> message.body().length).sum();
            bytesEach = Math.max(1, bytes / page.size());
        }
    }

    void landed() {
        trusted = Math.min(MOST, trusted * 2);
    }

    void refused(int size) {
        trusted = Math.max(1, size / 2);
    }
}
