package club.panamia.auth.user;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says about themselves and may change at any time. */
@Schema(description = "What I may change of my account")
public record AccountDetails(
        @Nullable
        @Size(max = 60)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be plain text without control characters")
        @Schema(description = "How I am called; shown to everybody")
        String name,

        @Nullable
        @Size(max = 10)
        @Pattern(regexp = "[A-Za-z0-9 -]*", message = "must be letters, digits, spaces and hyphens")
        @Schema(description = "Postal code; shown to nobody")
        String zipCode,

        AccountType accountType,

        @Nullable
        @Size(max = 2048)
        @Pattern(
                regexp = "https://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?(/[^\\s\\p{Cc}\\p{Cs}\"<>\\\\]*)?"
                        + "|/media/[A-Za-z0-9_-]{1,40}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}){1,5}",
                message = "must be an https address, or the path of an image that you uploaded here")
        @Schema(description = "An https address, or the /media path of an image of my own profile; shown to everybody")
        String image,

        NotificationPreferences notificationPreferences) {

    public AccountDetails {
        name = typed(name);
        zipCode = typed(zipCode);
        image = typed(image);
        accountType = orPersonal(accountType);
        notificationPreferences = orAll(notificationPreferences);
    }

    private static @Nullable String typed(@Nullable String text) {
        var composed = text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return composed.isEmpty() ? null : composed;
    }

    private static AccountType orPersonal(@Nullable AccountType type) {
        return type == null ? AccountType.PERSONAL : type;
    }

    private static NotificationPreferences orAll(@Nullable NotificationPreferences preferences) {
        return preferences == null ? NotificationPreferences.ALL : preferences;
    }
}
