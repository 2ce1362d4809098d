package club.panamia.ops.emailchange;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.ops.emailchange.EmailChangeProblem.SIGN_IN_AGAIN;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The changes that wait for a proof, and those that can be undone. */
@ApplicationScoped
class Migrations {

    private static final String SIGNED_IN_RECENTLY = """
            SELECT FROM sessions
             WHERE public_id = $1 AND issued_by = 'pana_auth' AND created_at > now() - interval '15 minutes'
            """;

    /** Whoever waited too long holds no address back. */
    private static final String MAKE_ROOM =
            "DELETE FROM email_migrations WHERE lower(new_email) = :email AND expires_at <= now() AND user_id <> :user";

    /** The newest link is the one that counts. */
    private static final String EXPECT = """
            INSERT INTO email_migrations (user_id, old_email, new_email, migration_token, expires_at, locale)
            SELECT id, email, :email, :hash, :expires, :locale FROM users
             WHERE id = :user AND lower(email) <> :email AND scrubbed_at IS NULL
            ON CONFLICT (user_id) DO UPDATE SET
              old_email = excluded.old_email, new_email = excluded.new_email, migration_token = excluded.migration_token,
              expires_at = excluded.expires_at, locale = excluded.locale
            """;

    private static final String ELSEWHERE =
            "SELECT EXISTS (SELECT FROM internal.email_claim WHERE norm = :email AND user_id <> :user)";

    private static final String PENDING =
            "SELECT new_email, expires_at FROM email_migrations WHERE user_id = $1 AND expires_at > now()";

    private static final String WITHDRAW = "DELETE FROM email_migrations WHERE user_id = $1";

    private static final String BEHIND_PROOF = """
            SELECT user_id, old_email, new_email, locale FROM email_migrations WHERE migration_token = $1 AND expires_at > now()
            """;

    private static final String BEHIND_UNDO = """
            SELECT c.user_id, c.old_email, c.new_email, 'en' AS locale
              FROM internal.email_change c WHERE c.undo_token = $1 AND c.undone_at IS NULL AND c.expires_at > now()
            """;

    private static final String USE_PROOF = """
            DELETE FROM email_migrations WHERE migration_token = :hash AND expires_at > now()
            RETURNING user_id, old_email, new_email, locale
            """;

    private static final String KEEP_UNDO = """
            INSERT INTO internal.email_change (user_id, old_email, new_email, undo_token, expires_at)
            VALUES (:user, :old, :new, :hash, :expires)
            """;

    /** Whoever made it may have made further ones since: those links die with it. */
    private static final String USE_UNDO = """
            WITH undone AS (
              SELECT id, user_id, old_email, new_email, created_at FROM internal.email_change
               WHERE undo_token = :hash AND undone_at IS NULL AND expires_at > now() FOR UPDATE
            ), closed AS (
              UPDATE internal.email_change c SET undone_at = now() FROM undone
               WHERE c.user_id = undone.user_id AND c.created_at >= undone.created_at AND c.undone_at IS NULL AND c.expires_at > now()
            ), withdrawn AS (
              DELETE FROM email_migrations m USING undone WHERE m.user_id = undone.user_id
            )
            SELECT user_id, old_email, new_email, 'en' FROM undone
            """;

    private static final String FORGET_EXPIRED = """
            WITH pending AS (DELETE FROM email_migrations WHERE expires_at < now() RETURNING 1),
                 made AS (DELETE FROM internal.email_change WHERE expires_at < now() - interval '30 days' RETURNING 1)
            SELECT ((SELECT count(*) FROM pending) + (SELECT count(*) FROM made))::int
            """;

    private final Pool pool;

    Migrations(Pool pool) {
        this.pool = pool;
    }

    /** Whoever merely sits at an open browser does not take somebody's account. */
    Uni<Void> requireRecentSignIn(Actor actor) {
        return pool.preparedQuery(SIGNED_IN_RECENTLY)
                .execute(Tuple.of(actor.sessionId()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw SIGN_IN_AGAIN.because("Sign out, sign in again, and change it within fifteen minutes.");
                    }
                })
                .replaceWithVoid();
    }

    /** In the caller's transaction; fails for an address that is one's own already, or another's. */
    Uni<Void> expect(Actor actor, NewAddress wanted, String hash, Instant expires) {
        return CallersTransaction.session()
                .call(session -> requireFree(session, wanted.newEmail(), actor.userId()))
                .call(session -> session.createNativeQuery(MAKE_ROOM)
                        .setParameter("email", wanted.newEmail())
                        .setParameter("user", actor.userId())
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(EXPECT)
                        .setParameter("email", wanted.newEmail())
                        .setParameter("hash", hash)
                        .setParameter("expires", expires)
                        .setParameter("locale", wanted.locale())
                        .setParameter("user", actor.userId())
                        .executeUpdate())
                .invoke(Migrations::requireOther)
                .replaceWithVoid();
    }

    Uni<Optional<PendingView>> pending(Actor actor) {
        return pool.preparedQuery(PENDING)
                .mapping(row -> new PendingView(
                        row.getString("new_email"),
                        row.getOffsetDateTime("expires_at").toInstant()))
                .execute(Tuple.of(actor.userId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    Uni<Void> withdraw(Actor actor) {
        return pool.preparedQuery(WITHDRAW).execute(Tuple.of(actor.userId())).replaceWithVoid();
    }

    /** What the link in the new address would do. */
    Uni<Optional<Change>> behindProof(String hash) {
        return found(BEHIND_PROOF, hash);
    }

    /** What the link in the old address would undo. */
    Uni<Optional<Change>> behindUndo(String hash) {
        return found(BEHIND_UNDO, hash);
    }

    /** Uses the proof up, in the caller's transaction; null for a link that does not open. */
    Uni<@Nullable Change> useProof(String hash) {
        return used(USE_PROOF, hash);
    }

    /** Uses the undo up, with every later change's. */
    Uni<@Nullable Change> useUndo(String hash) {
        return used(USE_UNDO, hash);
    }

    Uni<Void> keepUndo(Change change, String hash, Instant expires) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(KEEP_UNDO)
                        .setParameter("user", change.userId())
                        .setParameter("old", change.oldEmail())
                        .setParameter("new", change.newEmail())
                        .setParameter("hash", hash)
                        .setParameter("expires", expires)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> forgetExpired() {
        return pool.query(FORGET_EXPIRED)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private static Uni<Void> requireFree(Mutiny.Session session, String email, String userId) {
        return session.createNativeQuery(ELSEWHERE, Boolean.class)
                .setParameter("email", email)
                .setParameter("user", userId)
                .getSingleResult()
                .invoke(taken -> {
                    if (taken) {
                        throw EmailConstraints.taken().at("/newEmail", "belongs to another account");
                    }
                })
                .replaceWithVoid();
    }

    private static void requireOther(int expected) {
        if (expected == 0) {
            throw INVALID.because("That is your address already.").at("/newEmail", "must be another address");
        }
    }

    private Uni<Optional<Change>> found(String sql, String hash) {
        return pool.preparedQuery(sql).execute(Tuple.of(hash)).map(Migrations::theOne);
    }

    private static Optional<Change> theOne(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Change(row.getString(0), row.getString(1), row.getString(2), row.getString(3)))
                .findFirst();
    }

    private static Uni<@Nullable Change> used(String sql, String hash) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("hash", hash)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Change((String) row[0], (String) row[1], (String) row[2], (String) row[3]));
    }
}
