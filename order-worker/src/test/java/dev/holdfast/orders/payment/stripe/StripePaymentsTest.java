package dev.holdfast.orders.payment.stripe;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.CircuitOpen;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.orders.Servers;
import dev.holdfast.orders.payment.Authorization.Authorized;
import dev.holdfast.orders.payment.Authorization.Declined;
import dev.holdfast.orders.payment.Holding;
import dev.holdfast.orders.payment.Holding.Held;
import dev.holdfast.orders.payment.Holding.NothingHeld;
import dev.holdfast.orders.payment.OutcomeUnknown;
import dev.holdfast.orders.payment.PaymentRequest;
import dev.holdfast.orders.payment.Payments;
import dev.holdfast.orders.payment.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Impatient.class)
@WithTestResource(Servers.class)
class StripePaymentsTest {

    @Inject Payments payments;
    @Inject Sandbox sandbox;
    @Inject CircuitBreakerMaintenance circuits;

    @BeforeEach
    @AfterEach
    void recover() {
        sandbox.recover();
        circuits.resetAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_visa", "pm_sandbox_forget", "pm_sandbox_fail_2"})
    void setsMoneyAsideOnceHoweverOftenItIsAsked(String method) {
        var request = request(method);

        var first = assertInstanceOf(Authorized.class, payments.authorize(request));
        var second = assertInstanceOf(Authorized.class, payments.authorize(request));

        assertEquals(first, second);
        assertEquals(1, sandbox.live(request.orderId()));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_nonsense, resource_missing"
    })
    void passesOnWhyItIsDeclined(String method, String reason) {
        var request = request(method);

        var declined = assertInstanceOf(Declined.class, payments.authorize(request));

        assertEquals(reason, declined.reason());
        assertTrue(declined.detail().endsWith(".") || declined.detail().endsWith("'"));
        assertEquals(0, sandbox.live(request.orderId()));
    }

    @Test
    void givesBackOnceHoweverOftenItIsAsked() {
        var request = request("pm_card_visa");
        var paid = assertInstanceOf(Authorized.class, payments.authorize(request));

        payments.voidAuthorization(paid.paymentId());
        payments.voidAuthorization(paid.paymentId());

        assertEquals(0, sandbox.live(request.orderId()));
    }

    @Test
    void saysThatThereIsNothingToGiveBack() {
        assertThrows(PermanentFailure.class, () -> payments.voidAuthorization("pi_nowhere"));
    }

    @Test
    void learnsWhatBecameOfARequestThatIsStillUnderWay() {
        var request = request("pm_sandbox_stall_6s");
        assertThrows(OutcomeUnknown.class, () -> payments.authorize(request));
        assertThrows(OutcomeUnknown.class, () -> payments.forestall(request));

        var held = assertInstanceOf(Held.class, untilKnown(request));

        assertEquals(1, sandbox.live(request.orderId()));
        payments.voidAuthorization(held.paymentId());
        assertEquals(0, sandbox.live(request.orderId()));
    }

    @Test
    void letsNothingHappenOnceItIsForestalled() {
        var request = request("pm_card_visa");

        assertEquals(new NothingHeld(), payments.forestall(request));
        assertEquals(new NothingHeld(), payments.forestall(request));

        assertThrows(OutcomeUnknown.class, () -> payments.authorize(request));
        assertEquals(0, sandbox.live(request.orderId()));
    }

    @Test
    void forestallsWhatWasDeclined() {
        var request = request("pm_card_chargeDeclined");
        payments.authorize(request);

        assertEquals(new NothingHeld(), payments.forestall(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "fail", "stall"})
    void leavesAFailingProviderAloneUntilItRecovers(String mode) {
        var request = request("pm_card_visa");
        sandbox.suffer(mode);

        untilThrown(CircuitOpen.class, () -> payments.authorize(request));
        sandbox.recover();

        await().ignoreExceptionsMatching(CircuitOpen.class::isInstance)
                .until(() -> payments.authorize(request), Authorized.class::isInstance);
    }

    private Holding untilKnown(PaymentRequest request) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreException(OutcomeUnknown.class)
                .until(() -> payments.forestall(request), Objects::nonNull);
    }

    private static void untilThrown(Class<? extends Exception> expected, ThrowingRunnable asking) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            try {
                                asking.run();
                                return false;
                            } catch (OutcomeUnknown stillClosed) {
                                return false;
                            } catch (Throwable thrown) {
                                return expected.isInstance(thrown);
                            }
                        });
    }

    private static PaymentRequest request(String method) {
        return new PaymentRequest(MessageIds.next(), 2580, "EUR", method);
    }
}
