package club.panamia.mentoring.availability;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One of a few numbers. */
@Constraint(validatedBy = OneOf.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {

    int[] value();

    String message() default "must be one of {value}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<OneOf, Integer> {

        private int[] numbers = {};

        @Override
        public void initialize(OneOf annotation) {
            numbers = annotation.value();
        }

        @Override
        public boolean isValid(@Nullable Integer number, ConstraintValidatorContext context) {
            return number == null || Arrays.stream(numbers).anyMatch(known -> known == number);
        }
    }
}
