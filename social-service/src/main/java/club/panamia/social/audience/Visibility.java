package club.panamia.social.audience;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;
import java.util.EnumSet;
import java.util.Set;

/** Whom a post is meant for. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC("public"),

    /** Everybody who looks, but on no public timeline. */
    @JsonProperty("quiet")
    QUIET("quiet"),

    /** Members of this server; it does not leave it. */
    @JsonProperty("local")
    @JsonAlias("unlisted")
    LOCAL("local"),

    @JsonProperty("followers")
    @JsonAlias("private")
    FOLLOWERS("followers"),

    /** Those whom it is addressed to. */
    @JsonProperty("direct")
    DIRECT("direct");

    @EnumeratedValue
    private final String label;

    Visibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Visibility of(String label) {
        for (var one : values()) {
            if (one.label.equals(label)) {
                return one;
            }
        }
        throw new IllegalArgumentException(label);
    }

    /** Whether it leads out of the house to everybody. */
    public boolean isForEverybody() {
        return this == PUBLIC || this == QUIET;
    }

    /** Which answers to a post of this kind are heard by nobody whom the post itself does not reach. */
    public Set<Visibility> answers() {
        return switch (this) {
            case PUBLIC -> EnumSet.allOf(Visibility.class);
            case QUIET -> EnumSet.of(QUIET, LOCAL, FOLLOWERS, DIRECT);
            case LOCAL -> EnumSet.of(LOCAL, DIRECT);
            case FOLLOWERS -> EnumSet.of(FOLLOWERS, DIRECT);
            case DIRECT -> EnumSet.of(DIRECT);
        };
    }
}
