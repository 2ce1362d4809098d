package club.panamia.mentoring.availability;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Two times of day, the second one later. */
@Constraint(validatedBy = InOrder.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InOrder {

    String message() default "must go from one time of day (HH:MM) to a later one, 24:00 at most";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<InOrder, Opening> {

        @Override
        public boolean isValid(@Nullable Opening opening, ConstraintValidatorContext context) {
            return opening == null || opening.isInOrder();
        }
    }
}
