package dev.holdfast.benchmarks;

import java.util.List;

/**
 * A peer and how it is set.
 *
 * @param name of the peer
 * @param schema whose it has
 * @param threads that handle messages beside each other
 * @param batch of keys that it takes at once; 0 if it has no such setting
 */
record PeerSetting(String name, String schema, int threads, int batch) {

    /** The settings with which each was fastest: see docs/benchmarks.md. */
    static final List<PeerSetting> ALL =
            List.of(
                    new PeerSetting("namastack", "api-gateway", 16, 1000),
                    new PeerSetting("gruelbox", "notification-worker", 16, 0));

    Peer start(Ground ground) {
        return ground.peer(name, schema, "-Dthreads=" + threads, "-Dbatch=" + batch);
    }

    String label() {
        return batch == 0
                ? "%s, %d threads".formatted(name, threads)
                : "%s, %d threads, batch %d".formatted(name, threads, batch);
    }
}
