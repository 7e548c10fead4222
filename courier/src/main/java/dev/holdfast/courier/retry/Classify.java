package dev.holdfast.courier.retry;

import dev.holdfast.courier.message.UnreadableEnvelope;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells what a failure means. The outermost exception that says something decides: a handler that
 * wraps what it met in {@link PermanentFailure} knows better than the cause inside.
 */
public final class Classify {

    private static final Set<String> CONFLICTS =
            Set.of(
                    "40001", // serialization failure
                    "40P01", // deadlock
                    "55P03", // lock not available
                    "23505"); // somebody else inserted the same key

    private static final Set<String> DOWN =
            Set.of(
                    "57P01", // ended by an administrator
                    "57P02", // ended because another process crashed
                    "57P03", // starting up or shutting down
                    "53300", // out of connections
                    "25006"); // a standby that was the primary a moment ago

    private static final String CONNECTION_EXCEPTION = "08";

    private Classify() {}

    /** The class of a failure; {@link FailureClass#TRANSIENT} if nothing in it says otherwise. */
    public static FailureClass of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> ahead = new ArrayDeque<>();
        ahead.add(failure);
        while (!ahead.isEmpty()) {
            Throwable next = ahead.poll();
            if (!seen.add(next)) {
                continue;
            }
            FailureClass known = byItself(next);
            if (known != null) {
                return known;
            }
            if (next.getCause() != null) {
                ahead.add(next.getCause());
            }
            ahead.addAll(List.of(next.getSuppressed()));
        }
        return FailureClass.TRANSIENT;
    }

    private static FailureClass byItself(Throwable failure) {
        return switch (failure) {
            case PermanentFailure _, UnreadableEnvelope _ -> FailureClass.PERMANENT;
            case CircuitOpen _ -> FailureClass.CIRCUIT_OPEN;
            case ConflictFailure _ -> FailureClass.CONFLICT;
            case SQLException sql -> byState(sql.getSQLState());
            default -> null;
        };
    }

    /** An exception without a state does not come from the server but from the pool before it. */
    private static FailureClass byState(String state) {
        if (state == null || state.startsWith(CONNECTION_EXCEPTION) || DOWN.contains(state)) {
            return FailureClass.DATABASE_DOWN;
        }
        return CONFLICTS.contains(state) ? FailureClass.CONFLICT : null;
    }
}
