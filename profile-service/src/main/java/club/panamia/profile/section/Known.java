package club.panamia.profile.section;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word of this vocabulary, in any of its spellings. */
@Constraint(validatedBy = {Known.Check.class, Known.EachCheck.class})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Known {

    Class<? extends Term> value();

    /** Whether an empty field of a form means that nothing was chosen. */
    boolean orBlank() default false;

    String message() default "is not a word that is known here";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Known, String> {

        private final Set<String> spellings = new HashSet<>();
        private boolean orBlank;

        @Override
        public void initialize(Known annotation) {
            orBlank = annotation.orBlank();
            for (var term : annotation.value().getEnumConstants()) {
                spellings.add(term.key());
                spellings.addAll(term.aliases());
            }
        }

        @Override
        public boolean isValid(@Nullable String word, ConstraintValidatorContext context) {
            return word == null || spellings.contains(word) || orBlank && word.isBlank();
        }
    }

    /** Each of several words; the place at fault is the whole list, as a query has no others. */
    final class EachCheck implements ConstraintValidator<Known, List<String>> {

        private final Check check = new Check();

        @Override
        public void initialize(Known annotation) {
            check.initialize(annotation);
        }

        @Override
        public boolean isValid(@Nullable List<String> words, ConstraintValidatorContext context) {
            return words == null || words.stream().allMatch(word -> check.isValid(word, context));
        }
    }
}
