package dev.holdfast.gateway.deadletter;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A time in UTC as ISO 8601 has it; may be left out. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Utc.Check.class)
@interface Utc {

    String message() default "must be a time in UTC, for instance 2026-11-23T10:15:30Z";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<Utc, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            try {
                return value == null || !Instant.parse(value).isBefore(Instant.EPOCH);
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }
}
