package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may see something: everybody, whoever is signed in, or its owner alone. */
@Schema(enumeration = {"public", "members", "me"})
public enum Circle {
    PUBLIC("public"),
    MEMBERS("members"),
    ME("me");

    @JsonValue
    public final String label;

    Circle(String label) {
        this.label = label;
    }
}
