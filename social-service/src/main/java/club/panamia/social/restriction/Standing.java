package club.panamia.social.restriction;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a moderator makes of an actor. */
enum Standing {
    /** Heard by their followers only. */
    LIMITED("limited"),

    /** Heard and found by nobody. */
    SUSPENDED("suspended");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    @JsonValue
    String label() {
        return label;
    }
}
