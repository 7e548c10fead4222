package dev.holdfast.devstack.payments;

import static dev.holdfast.devstack.payments.FaultMode.FAIL;
import static dev.holdfast.devstack.payments.FaultMode.FORGET;
import static dev.holdfast.devstack.payments.FaultMode.STALL;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of a charge is decided by the payment method, as in Stripe's test mode.
 *
 * <ul>
 *   <li>{@code pm_card_visa} and the other brands succeed;
 *   <li>{@code pm_card_chargeDeclined…} decline with the reason in their name;
 *   <li>{@code pm_sandbox_stall} (or {@code …_stall_5s}) answers after 30 (or 5) seconds;
 *   <li>{@code pm_sandbox_fail} (or {@code …_fail_7}) answers 500 to the first 3 (or 7) tries;
 *   <li>{@code pm_sandbox_forget} is charged, and the connection closes without an answer. The same
 *       request again, under the same idempotency key, gets the answer.
 * </ul>
 */
final class TestMethods {

    private static final Pattern BRAND =
            Pattern.compile(
                    "pm_card_(visa|visa_debit|mastercard|amex|discover|diners|jcb|unionpay)");
    private static final Pattern DECLINED =
            Pattern.compile("pm_card_(?:visa_)?chargeDeclined(?<reason>\\w*)");
    private static final Pattern STALLED = Pattern.compile("pm_sandbox_stall(?:_(\\d{1,4})s)?");
    private static final Pattern FAILING = Pattern.compile("pm_sandbox_fail(?:_(\\d{1,4}))?");

    private static final int STALL_SECONDS = 30;
    private static final int FAILING_TRIES = 3;

    private TestMethods() {}

    /**
     * What the method stands for.
     *
     * @throws Refusal if the sandbox does not know it
     */
    static TestMethod named(String name) {
        if (BRAND.matcher(name).matches()) {
            return TestMethod.approving();
        }
        Matcher declined = DECLINED.matcher(name);
        if (declined.matches()) {
            return Decline.named(declined.group("reason"), name)
                    .map(TestMethod::declining)
                    .orElseThrow(() -> unknown(name));
        }
        if (name.equals("pm_sandbox_forget")) {
            return TestMethod.faulty(FORGET, Duration.ZERO, 1);
        }
        Matcher stalled = STALLED.matcher(name);
        if (stalled.matches()) {
            Duration time = Duration.ofSeconds(number(stalled, STALL_SECONDS));
            return TestMethod.faulty(STALL, time, Integer.MAX_VALUE);
        }
        Matcher failing = FAILING.matcher(name);
        if (failing.matches()) {
            return TestMethod.faulty(FAIL, Duration.ZERO, number(failing, FAILING_TRIES));
        }
        throw unknown(name);
    }

    private static int number(Matcher matcher, int otherwise) {
        return matcher.group(1) == null ? otherwise : Integer.parseInt(matcher.group(1));
    }

    private static Refusal unknown(String name) {
        return new Refusal(
                StripeError.parameter(
                        "resource_missing",
                        "payment_method",
                        "No such PaymentMethod: '%s'".formatted(name)));
    }
}
