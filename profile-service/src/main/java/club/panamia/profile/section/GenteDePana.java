package club.panamia.profile.section;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What paying members get here: a code, how much, and the small print. */
public record GenteDePana(
        @Nullable @Size(max = 40) @PlainText String code,
        @Nullable @Size(max = 40) @PlainText String percentage,

        @Nullable @Size(max = 500) @PlainText(multiline = true)
        String details) {

    public GenteDePana {
        code = Typed.text(code);
        percentage = Typed.text(percentage);
        details = Typed.text(details);
    }
}
