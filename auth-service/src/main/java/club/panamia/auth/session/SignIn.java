package club.panamia.auth.session;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.auth.user.ProvenPerson;
import club.panamia.kernel.event.EventLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The last step of every way in: somebody has proven who they are. */
@ApplicationScoped
public class SignIn {

    private final Sessions sessions;
    private final TellOfNewBrowser tellOfNewBrowser;
    private final EventLog events;
    private final SecurityTrail trail;

    SignIn(Sessions sessions, TellOfNewBrowser tellOfNewBrowser, EventLog events, SecurityTrail trail) {
        this.sessions = sessions;
        this.tellOfNewBrowser = tellOfNewBrowser;
        this.events = events;
        this.trail = trail;
    }

    /** Opens a session in the caller's transaction; its token is the cookie's value. A locked person stays outside. */
    public Uni<String> in(ProvenPerson person, Browser browser, Instant now) {
        return welcome(person.notLocked())
                .chain(() -> trail.record(SecurityEvent.own(person.id(), SecurityAction.SIGNED_IN)))
                .chain(() -> tellOfNewBrowser.of(person.id(), browser, now))
                .chain(() -> sessions.open(person.id(), browser, now));
    }

    private Uni<Void> welcome(ProvenPerson person) {
        return person.isNew()
                ? events.record(person.id(), new ProvenPerson.Registered(person.id()))
                : Uni.createFrom().voidItem();
    }
}
