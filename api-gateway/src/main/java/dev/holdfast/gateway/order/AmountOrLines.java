package dev.holdfast.gateway.order;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A refund is of an amount or of lines: both would be two answers to one question. */
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AmountOrLines.Check.class)
@interface AmountOrLines {

    String message() default "must name an amount or lines, not both";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<AmountOrLines, RefundRequest> {

        @Override
        public boolean isValid(RefundRequest refund, ConstraintValidatorContext context) {
            return refund.amount() == null || refund.lines() == null;
        }
    }
}
