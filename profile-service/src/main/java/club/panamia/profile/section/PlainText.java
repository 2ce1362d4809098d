package club.panamia.profile.section;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text without control characters, and without halves of surrogate pairs, which no database stores. */
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** Whether line breaks and tabs may stand in it. */
    boolean multiline() default false;

    String message() default "must be plain text without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<PlainText, String> {

        private boolean multiline;

        @Override
        public void initialize(PlainText annotation) {
            multiline = annotation.multiline();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().allMatch(this::isPlain);
        }

        private boolean isPlain(int codePoint) {
            return switch (Character.getType(codePoint)) {
                case Character.CONTROL -> multiline && (codePoint == '\n' || codePoint == '\t');
                case Character.SURROGATE -> false;
                default -> true;
            };
        }
    }
}
