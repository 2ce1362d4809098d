package club.panamia.auth.session;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

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
import java.util.stream.StreamSupport;

/** The open sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, String> {

    private final Pool pool;

    Sessions(Pool pool) {
        this.pool = pool;
    }

    /** Opens one in the caller's transaction; what it returns is the cookie's value. */
    public Uni<String> open(String userId, Browser browser, Instant now) {
        var session = new Session(Tokens.newToken(), userId, browser, now);
        return persist(session).map(opened -> opened.token);
    }

    /** The actor's own session with what a front end wants to know of the person: one statement. */
    Uni<SessionView> show(Actor actor) {
        return pool.preparedQuery(SessionView.OF_SESSION)
                .execute(Tuple.of(actor.sessionId()))
                .map(rows -> SessionView.of(rows, actor));
    }

    /** The actor's open sessions, the newest first. */
    Uni<Page<OpenSession>> of(Actor actor, PageQuery query) {
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
                .map(RowSet::rowCount);
    }

    /** Ends one of the actor's sessions; one of somebody else's does not exist. */
    Uni<Integer> endOne(Actor actor, String publicId) {
        return pool.preparedQuery("DELETE FROM sessions WHERE public_id = $1 AND user_id = $2")
                .execute(Tuple.of(publicId, actor.userId()))
                .map(RowSet::rowCount)
                .invoke(ended -> {
                    if (ended == 0) {
                        throw NOT_FOUND.because("You have no such session; it may have ended.");
                    }
                });
    }

    Uni<Integer> endOthers(Actor actor) {
        return pool.preparedQuery("DELETE FROM sessions WHERE user_id = $1 AND public_id <> $2")
                .execute(Tuple.of(actor.userId(), actor.sessionId()))
                .map(RowSet::rowCount);
    }

    Uni<Integer> endAll(Actor actor) {
        return pool.preparedQuery("DELETE FROM sessions WHERE user_id = $1")
                .execute(Tuple.of(actor.userId()))
                .map(RowSet::rowCount);
    }

    /** Forgets sessions that have ended by themselves. */
    Uni<Integer> purge() {
        return pool.query("DELETE FROM sessions WHERE expires < now()")
                .execute()
                .map(RowSet::rowCount);
    }
}
