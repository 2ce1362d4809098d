package club.panamia.auth.captcha;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What a provider answers ({@code siteverify} of Turnstile and of reCAPTCHA v3), as far as it matters. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Verdict(
        boolean success,
        @Nullable String hostname,
        @Nullable String action,
        @Nullable Double score) {

    boolean scores(double least) {
        return least == 0 || (score != null && score >= least);
    }
}
