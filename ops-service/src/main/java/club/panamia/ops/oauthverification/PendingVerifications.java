package club.panamia.ops.oauthverification;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The sign-ins that wait for a proof of their address. */
@ApplicationScoped
class PendingVerifications {

    /**
     * One statement confirms, for the right link in the right browser only. Half an hour is left then, for somebody who must sign
     * in to an account that exists.
     */
    private static final String CONFIRM = """
            UPDATE o_auth_verifications
               SET expires_at = CASE WHEN confirmed_at IS NULL THEN now() + interval '30 minutes' ELSE expires_at END,
                   confirmed_at = coalesce(confirmed_at, now())
             WHERE verification_token = $1 AND browser_hash = $2 AND expires_at > now()
            """;

    private static final String LATEST = "~";

    private final Pool pool;

    PendingVerifications(Pool pool) {
        this.pool = pool;
    }

    /** The one that the link belongs to, if this is the browser that began it. */
    Uni<Optional<Waiting>> behind(String tokenHash, String browserHash) {
        return pool.preparedQuery(Waiting.BEHIND_LINK)
                .execute(Tuple.of(tokenHash, browserHash))
                .map(Waiting::of);
    }

    /** Confirms the address; again changes nothing. */
    Uni<Void> confirm(String tokenHash, String browserHash) {
        return pool.preparedQuery(CONFIRM)
                .execute(Tuple.of(tokenHash, browserHash))
                .invoke(confirmed -> {
                    if (confirmed.rowCount() == 0) {
                        throw VerificationProblem.NOT_VALID.because("The link was used or is too old.");
                    }
                })
                .replaceWithVoid();
    }

    /** All of them, newest first. */
    Uni<Page<VerificationView>> page(PageQuery query) {
        var before = query.after(1).map(cursor -> cursor.text(0)).orElse(LATEST);
        return pool.preparedQuery(VerificationView.ALL)
                .execute(Tuple.of(before, query.rows()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(VerificationView::of)
                                .toList(),
                        query,
                        view -> Cursor.of(view.id())));
    }

    Uni<Void> forget(String id) {
        return pool.preparedQuery("DELETE FROM o_auth_verifications WHERE id = $1")
                .execute(Tuple.of(id))
                .invoke(forgotten -> {
                    if (forgotten.rowCount() == 0) {
                        throw NOT_FOUND.because("No such sign-in waits.");
                    }
                })
                .replaceWithVoid();
    }

    /** Those that can be neither used nor mailed again any more. */
    Uni<Integer> forgetExpired() {
        return pool.query("""
                        DELETE FROM o_auth_verifications
                         WHERE expires_at < now() AND created_at < now() - interval '40 minutes'
                        """).execute().map(RowSet::rowCount);
    }
}
