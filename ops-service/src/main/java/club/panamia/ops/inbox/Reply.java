package club.panamia.ops.inbox;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What staff answers; spaces around it do not count. */
record Reply(
        @NotNull @Size(min = 2, max = 5000) @Pattern(regexp = "[^\\x00]*", message = "must hold no NUL")
        String message) {

    Reply(@Nullable String message) {
        this.message = message == null ? "" : message.strip();
    }
}
