package dev.holdfast.gateway.order;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;

/** An order names each item once: two quantities of one item are one line, or a mistake. */
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLinePerSku.Check.class)
@interface OneLinePerSku {

    String message() default "must name each sku once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<OneLinePerSku, List<LineRequest>> {

        @Override
        public boolean isValid(List<LineRequest> lines, ConstraintValidatorContext context) {
            var seen = new HashSet<String>();
            return lines == null
                    || lines.stream().allMatch(line -> line == null || seen.add(line.sku()));
        }
    }
}
