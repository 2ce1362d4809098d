package club.panamia.auth.magiclink;

import club.panamia.auth.session.Browser;
import club.panamia.auth.session.Sessions;
import club.panamia.auth.user.ProvenPerson;
import club.panamia.auth.user.Users;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.secret.Tokens;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Uses a link up and opens a session for the person whose address it proves, all in one transaction. */
@ApplicationScoped
class OpenSession {

    private final VerificationTokens links;
    private final Users users;
    private final Sessions sessions;
    private final EventLog events;
    private final Tokens tokens;
    private final Clock clock;

    OpenSession(VerificationTokens links, Users users, Sessions sessions, EventLog events, Tokens tokens, Clock clock) {
        this.links = links;
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The new session's token. */
    @WithTransaction
    Uni<String> with(EmailAddress email, String token, Browser browser) {
        var now = clock.instant();
        return links.use(email.text(), tokens.hash(token), now)
                .chain(() -> users.proven(email.text()))
                .map(ProvenPerson::notLocked)
                .call(this::welcome)
                .chain(person -> sessions.open(person.id(), browser, now));
    }

    private Uni<Void> welcome(ProvenPerson person) {
        return person.isNew()
                ? events.record(person.id(), new ProvenPerson.Registered(person.id()))
                : Uni.createFrom().voidItem();
    }
}
