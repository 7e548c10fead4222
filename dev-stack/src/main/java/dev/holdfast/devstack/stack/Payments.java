package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.payments.PaymentsSandbox;
import java.util.Map;

/** The payment provider's sandbox. */
public final class Payments extends Sandbox {

    public static final int USUAL_PORT = 8090;

    private static final String PORT = "port";

    Payments(StateFolder folder, Ports ports, int usualPort) {
        super(folder, ports, PaymentsSandbox.class.getName(), Map.of(PORT, usualPort));
    }

    @Override
    public String name() {
        return "payments";
    }

    /** What a service presents as its secret key. */
    public String key() {
        return PaymentsSandbox.KEY;
    }

    public String url() {
        return "http://127.0.0.1:" + port(PORT);
    }
}
