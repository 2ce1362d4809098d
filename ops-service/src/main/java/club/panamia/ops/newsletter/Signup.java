package club.panamia.ops.newsletter;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody asks for the newsletter; spaces around the values do not count. */
record Signup(
        @NotNull @Size(max = 75) @Pattern(regexp = "[^\\x00]*", message = "must hold no NUL")
        String name,

        @NotNull @Email(regexp = "[^@\\s\\x00]+@[^@\\s\\x00]+\\.[^@\\s.\\x00]+") @Size(max = 254)
        String email,

        @NotNull SignupType signupType,

        @Pattern(regexp = "en|es") @Schema(description = "In which language; English if not said")
        String locale,

        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(description = "Which form it was, such as footer; kept with the receipt")
        String source,

        @Nullable @Schema(description = "Where a CAPTCHA is asked for and nobody is signed in")
        String captchaToken,

        @Nullable @Size(max = 1000) @Schema(description = "A field that people do not see and so leave empty")
        String website) {

    Signup(
            @Nullable String name,
            @Nullable String email,
            SignupType signupType,
            @Nullable String locale,
            @Nullable String source,
            @Nullable String captchaToken,
            @Nullable String website) {
        this.name = stripped(name);
        this.email = stripped(email).toLowerCase(Locale.ROOT);
        this.signupType = signupType;
        this.locale = Objects.requireNonNullElse(locale, "en");
        this.source = Objects.requireNonNullElse(source, "form");
        this.captchaToken = captchaToken;
        this.website = website;
    }

    boolean fillsTheHiddenField() {
        return website != null && !website.isBlank();
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
