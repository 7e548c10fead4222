package dev.holdfast.orders.payment.stripe;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Loses patience with the provider in a fifth of the time that it usually has. */
public class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        String ask = StripeGuard.class.getName() + "/ask/";
        return Map.of(
                ask + "Timeout/value", "1000",
                ask + "CircuitBreaker/delay", "500",
                ask + "CircuitBreaker/requestVolumeThreshold", "6",
                ask + "CircuitBreaker/successThreshold", "1");
    }
}
