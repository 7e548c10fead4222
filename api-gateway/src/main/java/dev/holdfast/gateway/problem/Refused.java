package dev.holdfast.gateway.problem;

import java.util.List;
import java.util.Map;

/**
 * Thrown wherever a request cannot be granted. It becomes the problem+json that the client reads,
 * and it rolls back the transaction it leaves, so nothing of a refused request is stored.
 */
public final class Refused extends RuntimeException {

    private final ProblemType type;
    private final List<Fault> faults;
    private final Map<String, String> headers;

    public Refused(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of());
    }

    public Refused(ProblemType type, String detail, List<Fault> faults) {
        this(type, detail, faults, Map.of());
    }

    /**
     * @param headers what the answer carries besides, for instance {@code Retry-After}
     */
    public Refused(
            ProblemType type, String detail, List<Fault> faults, Map<String, String> headers) {
        // An answer, not a defect: where it was thrown is of no interest.
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    /** For one or more faults, told in one sentence. */
    public static Refused because(ProblemType type, List<Fault> faults) {
        String first = faults.getFirst().sentence();
        String detail =
                faults.size() == 1
                        ? first
                        : "%s Errors besides: %d.".formatted(first, faults.size() - 1);
        return new Refused(type, detail, faults);
    }

    /** For a query parameter or header that makes no sense. */
    public static Refused parameter(String name, String detail) {
        return because(ProblemType.INVALID_PARAMETER, List.of(Fault.in(name, detail)));
    }

    public static Refused notFound(String detail) {
        return new Refused(ProblemType.NOT_FOUND, detail);
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
