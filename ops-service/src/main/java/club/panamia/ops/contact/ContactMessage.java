package club.panamia.ops.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody writes to us; spaces around the values do not count. */
record ContactMessage(
        @NotNull @Size(min = 2, max = 75) String name,

        @NotNull @Email(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+") @Size(max = 254)
        String email,

        @NotNull @Size(min = 10, max = 1000) String message,

        @Pattern(regexp = "en|es") @Schema(description = "In which language to answer; English if not said")
        String locale,

        @Nullable @Schema(description = "Of somebody who is not signed in, where a CAPTCHA is asked for")
        String captchaToken,

        @Nullable @Size(max = 1000) @Schema(description = "A field that people do not see and so leave empty")
        String website) {

    ContactMessage(
            @Nullable String name,
            @Nullable String email,
            @Nullable String message,
            @Nullable String locale,
            @Nullable String captchaToken,
            @Nullable String website) {
        this.name = stripped(name);
        this.email = stripped(email).toLowerCase(Locale.ROOT);
        this.message = stripped(message);
        this.locale = Objects.requireNonNullElse(locale, "en");
        this.captchaToken = captchaToken;
        this.website = website;
    }

    boolean fillsTheHiddenField() {
        return website != null && !website.isBlank();
    }

    /** Three links at least: hardly anybody writes so to people whom they want something of. */
    boolean isMostlyLinks() {
        return message.split("https?://|www\\.", -1).length > 3;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
