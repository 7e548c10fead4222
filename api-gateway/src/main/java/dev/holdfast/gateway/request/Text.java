package dev.holdfast.gateway.request;

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

/** Text of one line: not blank, not too long, without control characters. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {

    /** The most characters it may have. */
    int max();

    /** Whether it may be left out. */
    boolean optional() default false;

    String message() default "is not valid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<Text, String> {

        private int max;
        private boolean optional;

        @Override
        public void initialize(Text text) {
            max = text.max();
            optional = text.optional();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            String fault = fault(value);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        private String fault(String value) {
            if (value == null) {
                return optional ? null : "is missing";
            }
            if (value.isBlank()) {
                return "must not be blank";
            }
            if (value.length() > max) {
                return "must have at most %d characters, not %d".formatted(max, value.length());
            }
            boolean control = value.chars().anyMatch(Character::isISOControl);
            return control ? "must not contain control characters" : null;
        }
    }
}
