package club.panamia.ops.newsletter;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who reads the newsletter. Each change leaves its receipt in the same statement. */
@ApplicationScoped
class Readers {

    /** Of the words that people agree to ({@code messages/newsletter.properties}): raise it when they change. */
    static final String WORDS = "2026-11";

    /** Nothing for somebody who reads it already. A stranger's words do not replace those of somebody who confirmed theirs. */
    private static final String ASK = """
            WITH asked AS (
              INSERT INTO newsletter_signups AS known (email, name, signup_type, locale, confirm_token, confirm_expires_at)
              VALUES (:email, :name, CAST(:type AS newsletter_signup_type), :locale, :hash, now() + interval '14 days')
              ON CONFLICT (lower(email)) DO UPDATE SET
                confirm_token = excluded.confirm_token, confirm_expires_at = excluded.confirm_expires_at, asked_at = now(),
                name = CASE WHEN known.confirmed_at IS NULL THEN excluded.name ELSE known.name END,
                locale = CASE WHEN known.confirmed_at IS NULL THEN excluded.locale ELSE known.locale END,
                signup_type = CASE WHEN known.confirmed_at IS NULL THEN excluded.signup_type ELSE known.signup_type END
              WHERE known.confirmed_at IS NULL OR known.unsubscribed_at IS NOT NULL
              RETURNING id
            )
            INSERT INTO internal.newsletter_consent (signup_id, act, text_version, locale, source, client)
            SELECT id, 'asked', :words, :locale, :source, :client FROM asked
            """;

    /** The row is locked first, so that of two presses of the button the second sees what the first has done. */
    private static final String CONFIRM = """
            WITH waiting AS (
              SELECT id, email, locale, confirmed_at IS NULL OR unsubscribed_at IS NOT NULL AS fresh
                FROM newsletter_signups WHERE confirm_token = :hash AND confirm_expires_at > now() FOR UPDATE
            ), confirmed AS (
              UPDATE newsletter_signups s SET confirmed_at = now(), unsubscribed_at = NULL
                FROM waiting WHERE s.id = waiting.id AND waiting.fresh RETURNING s.id, s.locale
            ), receipt AS (
              INSERT INTO internal.newsletter_consent (signup_id, act, text_version, locale, source, client)
              SELECT id, 'confirmed', :words, locale, 'page', :client FROM confirmed
            )
            SELECT id, email, locale, fresh,
                   (SELECT u.id FROM users u WHERE lower(u.email) = lower(waiting.email) AND u.scrubbed_at IS NULL) AS member
              FROM waiting
            """;

    private static final String CHANGE = """
            WITH changed AS (
              UPDATE newsletter_signups SET name = $2, signup_type = $3::text::newsletter_signup_type, locale = $4
               WHERE id = $1 AND confirmed_at IS NOT NULL AND unsubscribed_at IS NULL
              RETURNING id
            )
            INSERT INTO internal.newsletter_consent (signup_id, act, text_version, locale, source, client)
            SELECT id, 'changed', $5, $4, 'page', $6 FROM changed
            """;

    /** Whoever leaves gets a link to come back: their mail may have been forwarded to somebody who left for them. */
    private static final String LEAVE = """
            WITH gone AS (
              UPDATE newsletter_signups
                 SET unsubscribed_at = now(), confirm_token = :hash, confirm_expires_at = now() + interval '14 days'
               WHERE (id = :id OR lower(email) = :email) AND unsubscribed_at IS NULL AND coalesce(confirmed_at, created_at) <= :at
              RETURNING id, email, locale, confirmed_at
            ), receipt AS (
              INSERT INTO internal.newsletter_consent (signup_id, act, text_version, locale, source, client)
              SELECT id, 'left', :words, locale, :source, CAST(:client AS text) FROM gone
            )
            SELECT email, locale FROM gone WHERE confirmed_at IS NOT NULL
            """;

    private static final String BEHIND_LINK = "SELECT " + Reader.COLUMNS
            + " FROM newsletter_signups WHERE confirm_token = $1 AND confirm_expires_at > now()";

    private static final String ONE = "SELECT " + Reader.COLUMNS + " FROM newsletter_signups WHERE id = $1";

    private static final String FORGET = """
            DELETE FROM newsletter_signups WHERE id IN (
              SELECT id FROM newsletter_signups
               WHERE confirmed_at IS NULL AND asked_at < now() - make_interval(secs => $1) LIMIT 1000)
            """;

    /**
     * Somebody whose link was good; {@code fresh} the first time.
     *
     * @param member whose account has the address, where there is one
     */
    record Confirmed(
            String id,
            String email,
            String locale,
            boolean fresh,
            @Nullable String member) {}

    /** Somebody leaves: known by an id or by an address, the other one empty; {@code client} is a person's address. */
    record Departure(
            String readerId,
            String email,
            String source,
            @Nullable String client) {}

    /** Somebody who has left just now. */
    record Leaver(String email, String locale) {}

    private final Pool pool;

    Readers(Pool pool) {
        this.pool = pool;
    }

    /** Waits for a confirmation from now on, in the caller's transaction; false for somebody who reads it already. */
    Uni<Boolean> ask(Signup signup, String tokenHash, String client) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ASK)
                        .setParameter("email", signup.email())
                        .setParameter("name", signup.name())
                        .setParameter("type", signup.signupType().wire())
                        .setParameter("locale", signup.locale())
                        .setParameter("hash", tokenHash)
                        .setParameter("words", WORDS)
                        .setParameter("source", signup.source())
                        .setParameter("client", client)
                        .executeUpdate())
                .map(asked -> asked > 0);
    }

    Uni<Optional<Reader>> behind(String tokenHash) {
        return found(BEHIND_LINK, tokenHash);
    }

    Uni<Optional<Reader>> one(String id) {
        return found(ONE, id);
    }

    /** In the caller's transaction; null for a link that does not open. Again changes nothing. */
    Uni<@Nullable Confirmed> confirm(String tokenHash, String client) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(CONFIRM, Object[].class)
                        .setParameter("hash", tokenHash)
                        .setParameter("words", WORDS)
                        .setParameter("client", client)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Confirmed(
                                (String) row[0], (String) row[1], (String) row[2], (boolean) row[3], (String) row[4]));
    }

    /** False for somebody who does not read it. */
    Uni<Boolean> change(String id, String name, SignupType type, String locale, String client) {
        return pool.preparedQuery(CHANGE)
                .execute(Tuple.of(id, name, type.wire(), locale, WORDS, client))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * In the caller's transaction, by whichever of the two is known; null for somebody who has left before or never confirmed.
     *
     * @param at when they left: whoever confirmed later than that stays
     */
    Uni<@Nullable Leaver> leave(Departure departure, String tokenHash, Instant at) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LEAVE, Object[].class)
                        .setParameter("id", departure.readerId())
                        .setParameter("email", departure.email())
                        .setParameter("at", at)
                        .setParameter("hash", tokenHash)
                        .setParameter("words", WORDS)
                        .setParameter("source", departure.source())
                        .setParameter("client", departure.client())
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Leaver((String) row[0], (String) row[1]));
    }

    /** Whoever asked so long ago and never confirmed; a thousand at most. */
    Uni<Integer> forgetUnconfirmed(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(rows -> rows.rowCount());
    }

    private Uni<Optional<Reader>> found(String sql, String key) {
        return pool.preparedQuery(sql)
                .mapping(Reader::of)
                .execute(Tuple.of(key))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }
}
