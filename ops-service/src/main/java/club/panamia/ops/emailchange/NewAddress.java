package club.panamia.ops.emailchange;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The address that an account shall have; spaces around it and capitals do not count. */
record NewAddress(
        @NotNull @Email(regexp = "[^@\\s\\x00]+@[^@\\s\\x00]+\\.[^@\\s.\\x00]+") @Size(max = 254)
        String newEmail,

        @Pattern(regexp = "en|es") @Schema(description = "The language of the mails; English if not said")
        String locale) {

    NewAddress(@Nullable String newEmail, @Nullable String locale) {
        this.newEmail = newEmail == null ? "" : newEmail.strip().toLowerCase(Locale.ROOT);
        this.locale = Objects.requireNonNullElse(locale, "en");
    }
}
