package club.panamia.auth.email;

import static club.panamia.auth.email.EmailProblem.PROOF_NOT_VALID;
import static club.panamia.auth.user.UserProblem.ADDRESS_IN_USE;
import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The addresses of people, and those that wait for their proof. */
@Singleton
class EmailProofs {

    /** The newest link is the one that counts. */
    private static final String EXPECT = """
            INSERT INTO internal.email_proof (user_id, email, token_hash, expires_at)
            VALUES (:user, :email, :hash, :expires)
            ON CONFLICT (user_id, email) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at
            """;

    private static final String PENDING = """
            SELECT p.email, u.screenname FROM internal.email_proof p JOIN users u ON u.id = p.user_id
             WHERE p.token_hash = $1 AND p.expires_at > now()
            """;

    private static final String USE = """
            DELETE FROM internal.email_proof WHERE token_hash = :hash AND user_id = :user AND expires_at > :now
            RETURNING email
            """;

    private static final String ELSEWHERE =
            "SELECT EXISTS (SELECT FROM internal.email_claim WHERE norm = :email AND user_id <> :user)";

    private static final String CLAIM = "SELECT norm FROM internal.email_claim WHERE id = :id AND user_id = :user";

    private static final String WITHDRAW = "DELETE FROM internal.email_proof WHERE id = :id AND user_id = :user";

    /** What a link would do: add this address to the account of this person. */
    record Pending(String email, @Nullable String screenname) {}

    private final Pool pool;

    EmailProofs(Pool pool) {
        this.pool = pool;
    }

    Uni<List<EmailView>> of(Actor actor) {
        return pool.preparedQuery(EmailView.OF_USER)
                .execute(Tuple.of(actor.userId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EmailView::of)
                        .toList());
    }

    Uni<Integer> expect(Actor actor, String email, String hash, Instant expires) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPECT)
                        .setParameter("user", actor.userId())
                        .setParameter("email", email)
                        .setParameter("hash", hash)
                        .setParameter("expires", expires)
                        .executeUpdate());
    }

    /** What the link with this token would do; changes nothing. */
    Uni<Pending> pending(String hash) {
        return pool.preparedQuery(PENDING).execute(Tuple.of(hash)).map(EmailProofs::theOne);
    }

    /** Uses the actor's link up and says which address it proves; one answer for every link that does not. */
    Uni<String> use(Actor actor, String hash, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE, String.class)
                        .setParameter("hash", hash)
                        .setParameter("user", actor.userId())
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(EmailProofs::notValid)
                .call(email -> requireFree(actor, email));
    }

    /** Which of the actor's addresses this is. */
    Uni<String> addressOf(Actor actor, String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, String.class)
                        .setParameter("id", id)
                        .setParameter("user", actor.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOT_FOUND.because("You have no such address."));
    }

    /** Forgets an address that waits; says whether there was one. */
    Uni<Boolean> withdraw(Actor actor, String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW)
                        .setParameter("id", id)
                        .setParameter("user", actor.userId())
                        .executeUpdate())
                .map(gone -> gone > 0);
    }

    Uni<Integer> purge() {
        return pool.query("DELETE FROM internal.email_proof WHERE expires_at < now()")
                .execute()
                .map(RowSet::rowCount);
    }

    private static Uni<Void> requireFree(Actor actor, String email) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ELSEWHERE, Boolean.class)
                        .setParameter("email", email)
                        .setParameter("user", actor.userId())
                        .getSingleResult())
                .invoke(taken -> {
                    if (taken) {
                        throw ADDRESS_IN_USE.because("It belongs to another account.");
                    }
                })
                .replaceWithVoid();
    }

    private static Pending theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw notValid();
        }
        var row = rows.iterator().next();
        return new Pending(row.getString("email"), row.getString("screenname"));
    }

    private static Problem notValid() {
        return PROOF_NOT_VALID.because(
                "It was used already, is older than 24 hours, was replaced by a newer one, or belongs to another account.");
    }
}
