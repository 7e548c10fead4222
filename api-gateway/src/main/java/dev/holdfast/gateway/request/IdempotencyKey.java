package dev.holdfast.gateway.request;

import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import java.util.List;

/** The header by which a client makes the repetition of a request harmless. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * The key of a method that is not idempotent by itself.
     *
     * @throws Refused if there is none, or it cannot be used
     */
    public static String required(String header) {
        if (header == null || header.isBlank()) {
            throw new Refused(
                    ProblemType.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key header, for instance a new UUID: it makes repeating the request safe.",
                    List.of(Fault.in(HEADER, "is missing")));
        }
        return checked(header);
    }

    /**
     * The key of a method that is idempotent by itself; null if there is none.
     *
     * @throws Refused if it cannot be used
     */
    public static String optional(String header) {
        return header == null ? null : checked(header);
    }

    private static String checked(String key) {
        if (key.length() > LONGEST) {
            throw invalid(
                    "must have at most %d characters, not %d".formatted(LONGEST, key.length()));
        }
        if (key.isBlank() || !key.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw invalid("must consist of printable ASCII characters");
        }
        return key;
    }

    private static Refused invalid(String detail) {
        return Refused.because(
                ProblemType.IDEMPOTENCY_KEY_INVALID, List.of(Fault.in(HEADER, detail)));
    }
}
