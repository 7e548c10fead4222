package dev.holdfast.gateway.request;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;

/** Says in JSON's words what Jackson says in Java's. */
final class Mismatch {

    private Mismatch() {}

    /** What the value should have been: {@code must be a whole number}. */
    static String expected(JsonMappingException mismatch) {
        return switch (mismatch) {
            case MismatchedInputException e when e.getTargetType() != null ->
                    expected(e.getTargetType());
            default ->
                    mismatch.getCause() instanceof InputCoercionException
                            ? "is a larger number than can be"
                            : "cannot be read";
        };
    }

    private static String expected(Class<?> target) {
        if (target == String.class) {
            return "must be text";
        }
        if (target == Boolean.class) {
            return "must be true or false";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return "must be a whole number, not larger than %d".formatted(Long.MAX_VALUE);
        }
        return Collection.class.isAssignableFrom(target) ? "must be a list" : "must be an object";
    }
}
