package club.panamia.profile.section;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags as they are typed and stored: one text, separated by commas, no tag longer than 50 characters. */
@Constraint(validatedBy = Tags.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Tags {

    String message() default "must be tags of at most 50 characters, separated by commas";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Tags, String> {

        private static final int LONGEST = 50;

        /** One by one, in the order in which they were typed. */
        public static List<String> split(@Nullable String tags) {
            return tags == null
                    ? List.of()
                    : Arrays.stream(tags.split(","))
                            .map(String::strip)
                            .filter(tag -> !tag.isEmpty())
                            .distinct()
                            .toList();
        }

        @Override
        public boolean isValid(@Nullable String tags, ConstraintValidatorContext context) {
            return split(tags).stream().allMatch(tag -> tag.length() <= LONGEST);
        }
    }
}
