package club.panamia.auth.session;

import static club.panamia.auth.audit.SecurityAction.SESSIONS_ENDED;
import static club.panamia.auth.audit.SecurityAction.SESSION_ENDED;
import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.secret.Tokens;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The open sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, String> {

    private final Pool pool;
    private final SecurityTrail trail;

    Sessions(Pool pool, SecurityTrail trail) {
        this.pool = pool;
        this.trail = trail;
    }

    /** Opens one in the caller's transaction; what it returns is the cookie's value. */
    public Uni<String> open(String userId, Browser browser, Instant now) {
        var session = new Session(Tokens.newToken(), userId, browser, now);
        return persist(session).map(opened -> opened.token);
    }

    /** The lower-case address of whose session this is; a person whom a provider named may have none. */
    public Uni<Optional<String>> addressBehind(String token) {
        return pool.preparedQuery(
                        "SELECT lower(u.email) FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.session_token = $1")
                .execute(Tuple.of(token))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getString(0)));
    }

    /** The actor's own session with what a front end wants to know of the person: one statement. */
    Uni<SessionView> show(Actor actor) {
        return pool.preparedQuery(SessionView.OF_SESSION)
                .execute(Tuple.of(actor.sessionId()))
                .map(rows -> SessionView.of(rows, actor));
    }

    /** The actor's open sessions, the newest first. */
    public Uni<Page<OpenSession>> of(Actor actor, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(OpenSession.OF_USER)
                .execute(Tuple.of(actor.userId(), after.time(0), after.text(1), query.rows()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> OpenSession.of(row, actor))
                                .toList(),
                        query,
                        OpenSession::position));
    }

    Uni<Integer> end(Actor actor) {
        return pool.preparedQuery("DELETE FROM sessions WHERE public_id = $1")
                .execute(Tuple.of(actor.sessionId()))
                .map(RowSet::rowCount)
                .call(ended -> noted(ended, actor, SESSION_ENDED));
    }

    /** Ends one of the actor's sessions; one of somebody else's does not exist. */
    public Uni<Integer> endOne(Actor actor, String publicId) {
        return pool.preparedQuery("DELETE FROM sessions WHERE public_id = $1 AND user_id = $2")
                .execute(Tuple.of(publicId, actor.userId()))
                .map(RowSet::rowCount)
                .invoke(ended -> {
                    if (ended == 0) {
                        throw NOT_FOUND.because("You have no such session; it may have ended.");
                    }
                })
                .call(ended -> noted(ended, actor, SESSION_ENDED));
    }

    public Uni<Integer> endOthers(Actor actor) {
        return pool.preparedQuery("DELETE FROM sessions WHERE user_id = $1 AND public_id <> $2")
                .execute(Tuple.of(actor.userId(), actor.sessionId()))
                .map(RowSet::rowCount)
                .call(ended -> noted(ended, actor, SESSIONS_ENDED));
    }

    Uni<Integer> endAll(Actor actor) {
        return pool.preparedQuery("DELETE FROM sessions WHERE user_id = $1")
                .execute(Tuple.of(actor.userId()))
                .map(RowSet::rowCount)
                .call(ended -> noted(ended, actor, SESSIONS_ENDED));
    }

    private Uni<Void> noted(int ended, Actor actor, SecurityAction action) {
        return ended == 0 ? Uni.createFrom().voidItem() : trail.recordAtOnce(SecurityEvent.own(actor.userId(), action));
    }

    /** Forgets sessions that have ended by themselves. */
    Uni<Integer> purge() {
        return pool.query("DELETE FROM sessions WHERE expires < now()")
                .execute()
                .map(RowSet::rowCount);
    }
}
