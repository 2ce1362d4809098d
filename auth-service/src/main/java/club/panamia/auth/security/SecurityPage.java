package club.panamia.auth.security;

import club.panamia.auth.audit.SecurityEventView;
import club.panamia.kernel.page.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the page shows. */
record SecurityPage(List<OpenSession> sessions, List<LinkedAccount> accounts, List<SecurityEventView> events) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    static SecurityPage of(
            List<OpenSession> sessions, List<LinkedAccount> accounts, Page<SecurityEventView> newestEvents) {
        return new SecurityPage(sessions, accounts, newestEvents.items());
    }

    public boolean hasOthers() {
        return sessions.stream().anyMatch(session -> !session.current());
    }

    /** The same in every language and place. */
    public String at(Instant time) {
        return TIME.format(time);
    }
}
