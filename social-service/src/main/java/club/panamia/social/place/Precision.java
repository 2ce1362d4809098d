package club.panamia.social.place;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How exactly a place is told. */
public enum Precision {
    /** As it was given. */
    @JsonProperty("precise")
    PRECISE("precise"),
    /** Only in which part of the neighbourhood. */
    @JsonProperty("general")
    GENERAL("general");

    private final String label;

    Precision(String label) {
        this.label = label;
    }

    static Precision of(String label) {
        return label.equals(PRECISE.label) ? PRECISE : GENERAL;
    }
}
