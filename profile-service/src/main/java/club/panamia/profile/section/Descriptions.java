package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A person in their own words. {@code hearaboutus} is between them and us and never shown to others. */
public record Descriptions(
        @Nullable @Size(max = 500) @PlainText(multiline = true)
        String details,

        @Nullable @Size(max = 500) @PlainText(multiline = true)
        String background,

        @JsonAlias("five_words") @Nullable @Size(max = 100) @PlainText
        String fiveWords,

        @Nullable @Size(max = 500) @PlainText @Tags String tags,

        @Nullable @Size(max = 500) @PlainText(multiline = true)
        String hearaboutus) {

    static final Descriptions NONE = new Descriptions(null, null, null, null, null);

    public Descriptions {
        details = Typed.text(details);
        background = Typed.text(background);
        fiveWords = Typed.text(fiveWords);
        tags = Typed.text(tags);
        hearaboutus = Typed.text(hearaboutus);
    }

    /** As it is stored; keys that are not ours are passed over. */
    public static Descriptions of(JsonObject stored) {
        return new Descriptions(
                stored.getString("details"),
                stored.getString("background"),
                stored.getString("fiveWords"),
                stored.getString("tags"),
                stored.getString("hearaboutus"));
    }
}
