package club.panamia.profile.section;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** When a place is open, in words. */
public record Hours(
        @Nullable @Size(max = 500) @PlainText(multiline = true)
        String text) {

    public Hours {
        text = Typed.text(text);
    }
}
