package dev.holdfast.devstack.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a Kafka node whether a broker takes part in its cluster: one Metadata request, written by
 * hand, since it is asked twenty times a second and Kafka's own client takes a second to load.
 */
final class BrokerProbe {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final short NO_CLIENT_ID = -1;
    private static final int NO_TOPICS = 0;
    private static final int REQUEST_BYTES = 14;
    private static final int CORRELATION = 1;

    private BrokerProbe() {}

    static boolean hasBroker(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            ask(new DataOutputStream(socket.getOutputStream()));
            return brokers(new DataInputStream(socket.getInputStream())) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void ask(DataOutputStream out) throws IOException {
        out.writeInt(REQUEST_BYTES);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(CORRELATION);
        out.writeShort(NO_CLIENT_ID);
        out.writeInt(NO_TOPICS);
        out.flush();
    }

    private static int brokers(DataInputStream in) throws IOException {
        in.readInt();
        boolean isAnswer = in.readInt() == CORRELATION;
        return isAnswer ? in.readInt() : 0;
    }
}
