package dev.holdfast.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedIssuerTest {

    @Test
    void refusesTheDevelopmentIssuerInProduction() {
        var refusal = TrustedIssuer.refusal(List.of("prod"), Optional.of("holdfast-dev"));
        assertTrue(refusal.orElseThrow().contains("'holdfast-dev'"));
    }

    @Test
    void refusesToTrustNobodyInProduction() {
        assertTrue(TrustedIssuer.refusal(List.of("prod"), Optional.empty()).isPresent());
    }

    @Test
    void startsEverywhereElse() {
        assertEquals(
                Optional.empty(),
                TrustedIssuer.refusal(List.of("prod"), Optional.of("https://id.example.org")));
        assertEquals(
                Optional.empty(),
                TrustedIssuer.refusal(List.of("dev"), Optional.of("holdfast-dev")));
    }
}
