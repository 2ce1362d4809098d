package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What paying members get here: a code, how much, and the small print. */
public record GenteDePana(
        @JsonAlias("discount_code") @Nullable @Size(max = 40) @PlainText
        String code,

        @JsonAlias("discount_percentage") @Nullable @Size(max = 40) @PlainText
        String percentage,

        @JsonAlias("discount_details") @Nullable @Size(max = 500) @PlainText(multiline = true)
        String details) {

    public GenteDePana {
        code = Typed.text(code);
        percentage = Typed.text(percentage);
        details = Typed.text(details);
    }
}
