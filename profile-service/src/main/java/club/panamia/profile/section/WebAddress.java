package club.panamia.profile.section;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a public page, http or https, at most 250 characters: what becomes a link can never become a script. */
@Constraint(validatedBy = WebAddress.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface WebAddress {

    /** Whether the name that somebody has on that site will do, too. */
    boolean orUserName() default false;

    String message() default "must be the address of a web page";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the length first: a pattern with groups may not meet a text of any size. */
    final class Check implements ConstraintValidator<WebAddress, String> {

        private static final int LONGEST = 250;
        private static final Pattern ADDRESS = Pattern.compile(
                "https?://[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+(:[0-9]{1,5})?([/?#][^\\s\\p{Cc}\\p{Cs}]*)?");
        private static final Pattern USER_NAME = Pattern.compile("@?[\\p{L}\\p{N}._-]{1,100}");

        private boolean orUserName;

        @Override
        public void initialize(WebAddress annotation) {
            orUserName = annotation.orUserName();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            return text.length() <= LONGEST
                    && (ADDRESS.matcher(text).matches()
                            || orUserName && USER_NAME.matcher(text).matches());
        }
    }
}
