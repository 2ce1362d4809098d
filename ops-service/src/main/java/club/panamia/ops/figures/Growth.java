package club.panamia.ops.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What grows, and the table that tells. */
public enum Growth {
    USERS("users"),
    PROFILES("profiles"),
    ARTICLES("articles"),
    POSTS("social_statuses"),
    SIGNUPS("newsletter_signups"),
    MESSAGES("contact_submissions"),
    MAILS("internal.mail_outbox");

    private final String table;

    Growth(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Growth> find(String wire) {
        return Arrays.stream(values())
                .filter(growth -> growth.wire().equals(wire))
                .findFirst();
    }
}
