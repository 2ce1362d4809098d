package club.panamia.ops.newsletter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What brings somebody to the newsletter. */
public enum SignupType {
    /** A local creative, business or organisation. */
    CREATIVE_BIZ_ORG,
    /** A resident who supports what is local. */
    RESIDENT_SUPPORT,
    VISITING_FLORIDA;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SignupType> find(@Nullable String wire) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
    }
}
