package club.panamia.ops.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody writes to us; spaces around the values do not count. */
record ContactMessage(
        @NotNull @Size(min = 2, max = 75) String name,

        @NotNull @Email(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+") @Size(max = 254)
        String email,

        @NotNull @Size(min = 10, max = 1000) String message) {

    ContactMessage(@Nullable String name, @Nullable String email, @Nullable String message) {
        this.name = stripped(name);
        this.email = stripped(email).toLowerCase(Locale.ROOT);
        this.message = stripped(message);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
