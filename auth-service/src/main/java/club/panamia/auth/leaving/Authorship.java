package club.panamia.auth.leaving;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of one's name under articles that stay. */
enum Authorship {
    KEEP,
    ANONYMISE;

    static Authorship of(@Nullable String text) {
        return switch (text) {
            case "keep" -> KEEP;
            case "anonymise" -> ANONYMISE;
            case null, default ->
                throw INVALID.because("Say what becomes of your name under the articles that stay.")
                        .at("authorship", "must be keep or anonymise");
        };
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
