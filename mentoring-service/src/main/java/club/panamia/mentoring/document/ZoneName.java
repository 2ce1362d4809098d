package club.panamia.mentoring.document;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The name of a time zone in the IANA database, such as {@code America/New_York}; a bare offset has no rules and is none. */
@Constraint(validatedBy = ZoneName.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ZoneName {

    String message() default "must be the name of a time zone, such as America/New_York";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<ZoneName, String> {

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || ZoneId.getAvailableZoneIds().contains(name);
        }
    }
}
