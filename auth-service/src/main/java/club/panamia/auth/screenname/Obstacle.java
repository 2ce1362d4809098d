package club.panamia.auth.screenname;

import static club.panamia.auth.user.Screenname.LONGEST;
import static club.panamia.auth.user.Screenname.SHORTEST;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a screenname cannot be had. */
@Schema(enumeration = {"too-short", "too-long", "bad-characters", "bad-ends", "reserved", "taken"})
enum Obstacle {
    TOO_SHORT("too-short"),
    TOO_LONG("too-long"),
    BAD_CHARACTERS("bad-characters"),
    BAD_ENDS("bad-ends"),
    RESERVED("reserved"),
    TAKEN("taken");

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_-]*");
    private static final Pattern ENDS = Pattern.compile("[A-Za-z0-9].*[A-Za-z0-9]");

    @JsonValue
    final String slug;

    Obstacle(String slug) {
        this.slug = slug;
    }

    /** What is wrong with the name's form, the first thing that a person would mend. */
    static Optional<Obstacle> inFormOf(String name) {
        if (name.length() < SHORTEST) {
            return Optional.of(TOO_SHORT);
        }
        if (name.length() > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        if (!CHARACTERS.matcher(name).matches()) {
            return Optional.of(BAD_CHARACTERS);
        }
        return ENDS.matcher(name).matches() ? Optional.empty() : Optional.of(BAD_ENDS);
    }
}
