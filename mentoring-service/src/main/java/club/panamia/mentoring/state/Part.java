package club.panamia.mentoring.state;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is to a session; nobody is two of these to the same one. */
public enum Part {
    MENTOR("mentor"),
    MENTEE("mentee"),
    /** Moderates mentoring, and takes no part in it. */
    MODERATOR("moderator"),
    /** Nobody: it was done because its time had come. */
    SYSTEM("system"),
    OUTSIDER("outsider");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public static Part of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody looks after the sessions of others. */
    public static boolean moderates(Actor actor) {
        return actor.is(Roles.ADMIN) || actor.is(Roles.MENTORING_MODERATOR);
    }

    public boolean takesPart() {
        return this == MENTOR || this == MENTEE;
    }

    public boolean knowsOfIt() {
        return this != OUTSIDER;
    }

    /** The one across the table. */
    public Part other() {
        return this == MENTOR ? MENTEE : MENTOR;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
