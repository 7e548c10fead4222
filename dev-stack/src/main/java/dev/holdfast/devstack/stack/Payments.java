package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.payments.PaymentsSandbox;
import java.util.Map;

/** The payment provider's sandbox. */
public final class Payments extends Sandbox {

    public static final int USUAL_PORT = 8090;

    private static final String PORT = "port";

    Payments(StateFolder folder, Ports ports) {
        super("payments", folder, ports, PaymentsSandbox.class, Map.of(PORT, USUAL_PORT));
    }

    @Override
    public int port() {
        return port(PORT);
    }

    /** What a service presents as its secret key. */
    public String key() {
        return PaymentsSandbox.KEY;
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }
}
