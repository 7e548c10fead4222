package dev.holdfast.benchmarks.peers;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Measures one peer in this process: for each line with a number of messages, one line with how
 * many of them it handled in a second.
 */
final class Peers {

    private Peers() {}

    public static void main(String[] arguments) throws Exception {
        var database = new Database(arguments[1], arguments[2], arguments[3]);
        int threads = Integer.getInteger("threads");
        Peer peer =
                switch (arguments[0]) {
                    case "gruelbox" -> new Gruelbox(database, threads);
                    case "namastack" ->
                            new Namastack(database, threads, Integer.getInteger("batch"));
                    default ->
                            throw new IllegalArgumentException(
                                    "There is no peer '%s'.".formatted(arguments[0]));
                };
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            System.out.println("per second: " + peer.perSecond(Integer.parseInt(line)));
        }
    }
}
