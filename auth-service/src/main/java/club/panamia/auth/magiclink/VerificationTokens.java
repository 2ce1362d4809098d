package club.panamia.auth.magiclink;

import static club.panamia.auth.magiclink.MagicLinkProblem.CODE_NOT_VALID;
import static club.panamia.auth.magiclink.MagicLinkProblem.LINK_NOT_VALID;

import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The links that were mailed and not used. */
@ApplicationScoped
public class VerificationTokens implements PanacheRepositoryBase<VerificationToken, String> {

    /** One DELETE decides who used the link, however many try at once, and whether they may: the browser that began, or the address. */
    private static final String USE_LINK = """
            DELETE FROM verification_tokens
             WHERE token = :hash AND expires > :now AND pending_hash IS NOT NULL
               AND (pending_hash = :pending OR identifier = :email)
            RETURNING identifier, return_to
            """;

    private static final String USE_CODE = """
            DELETE FROM verification_tokens
             WHERE token = :hash AND code_expires > :now
            RETURNING identifier, return_to
            """;

    private final Pool pool;
    private final Clock clock;

    VerificationTokens(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What the link with this hash would open. */
    public Uni<Begun> behind(String hash) {
        return pool.preparedQuery(Begun.BY_LINK)
                .execute(Tuple.of(hash, now()))
                .map(rows -> Begun.first(rows).orElseThrow(VerificationTokens::noLink));
    }

    /** What this browser began last. */
    public Uni<Optional<Begun>> begunIn(String pendingHash) {
        return pool.preparedQuery(Begun.NEWEST_IN_BROWSER)
                .execute(Tuple.of(pendingHash, now()))
                .map(Begun::first);
    }

    /** Counts a try at once, outside any transaction, and says what the code must match. */
    public Uni<Begun> tryCode(String pendingHash) {
        return pool.preparedQuery(Begun.TRY_CODE)
                .execute(Tuple.of(pendingHash, now()))
                .map(rows -> Begun.first(rows).orElseThrow(VerificationTokens::noCode));
    }

    /** In the caller's transaction. A browser that did not begin ({@code pendingHash}) must name the address. */
    public Uni<Proof> useLink(String hash, String pendingHash, String email) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE_LINK, Object[].class)
                        .setParameter("hash", hash)
                        .setParameter("now", now())
                        .setParameter("pending", pendingHash)
                        .setParameter("email", email)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(VerificationTokens::noLink)
                .map(Proof::of);
    }

    /** In the caller's transaction, once the code was found to be right. */
    public Uni<Proof> useCode(String hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE_CODE, Object[].class)
                        .setParameter("hash", hash)
                        .setParameter("now", now())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(VerificationTokens::noCode)
                .map(Proof::of);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public static Problem noLink() {
        return LINK_NOT_VALID.because(
                "It was used already, is older than 24 hours, is not complete, or was sent to another address. Ask for a new one.");
    }

    public static Problem noCode() {
        return CODE_NOT_VALID.because(SignInCode.NEUTRAL);
    }
}
