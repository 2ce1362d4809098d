package club.panamia.auth.security;

import static java.util.stream.Collectors.toSet;

import club.panamia.auth.account.LinkedAccount;
import club.panamia.auth.audit.SecurityEventView;
import club.panamia.auth.page.SignInOption;
import club.panamia.auth.session.OpenSession;
import club.panamia.kernel.page.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What the page shows.
 *
 * @param offered the providers that are switched on
 */
record SecurityPage(
        Page<OpenSession> sessions,
        Page<LinkedAccount> accounts,
        Page<SecurityEventView> events,
        List<SignInOption> offered) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public boolean hasOthers() {
        return sessions.items().stream().anyMatch(session -> !session.current());
    }

    /** Providers of which no account is linked yet. */
    public List<SignInOption> linkable() {
        var linked = accounts.items().stream()
                .filter(LinkedAccount::signsIn)
                .map(LinkedAccount::provider)
                .collect(toSet());
        return offered.stream()
                .filter(option -> option.working() && !linked.contains(option.id()))
                .toList();
    }

    /** The same in every language and place. */
    public String at(Instant time) {
        return TIME.format(time);
    }
}
