package club.panamia.profile.section;

import club.panamia.kernel.identity.Actor;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody else who looks at a profile. What they may see is decided in the statement that reads it. */
@Schema(enumeration = {"public", "member"})
public enum Viewer {
    PUBLIC("public", Circle.PUBLIC),
    MEMBER("member", Circle.PUBLIC, Circle.MEMBERS);

    @JsonValue
    public final String label;

    private final String[] circles;

    Viewer(String label, Circle... circles) {
        this.label = label;
        this.circles = Arrays.stream(circles).map(circle -> circle.label).toArray(String[]::new);
    }

    public static Viewer of(Optional<Actor> actor) {
        return actor.isPresent() ? MEMBER : PUBLIC;
    }

    public static Optional<Viewer> named(String label) {
        return Arrays.stream(values())
                .filter(viewer -> viewer.label.equals(label))
                .findAny();
    }

    /** What is shown to one of these is shown to them: a parameter for {@code audience ->> 'email' = ANY ($1)}. */
    public String[] circles() {
        return circles.clone();
    }
}
