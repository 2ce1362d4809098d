package club.panamia.auth.token;

import static club.panamia.kernel.problem.CommonProblem.UNAVAILABLE;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign: made at first start, followed by a successor every month or when an operator asks for one, the same in all
 * processes. What an older encryption key still seals is sealed anew.
 */
@ApplicationScoped
class SigningKeys {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** One process makes a key at a time; the others wait and then see it. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('pana.signing-key'))";

    private static final String READ = """
            SELECT id, public_jwk, private_key, active_from, expires_at, succession_asked_at
              FROM internal.signing_key WHERE expires_at > $1 ORDER BY active_from
            """;
    private static final String ADD = """
            INSERT INTO internal.signing_key (id, public_jwk, private_key, active_from, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            """;

    private static final String RESEAL = """
            UPDATE internal.signing_key k SET private_key = s.sealed
              FROM unnest(CAST($1 AS text[]), CAST($2 AS bytea[])) AS s (id, sealed)
             WHERE k.id = s.id
            """;

    private final Pool pool;
    private final KeyMaker maker;
    private final Clock clock;
    private volatile List<SigningKey> keys = List.of();
    private volatile String published = published(keys);
    private volatile Instant read = Instant.EPOCH;

    SigningKeys(Pool pool, KeyMaker maker, Clock clock) {
        this.pool = pool;
        this.maker = maker;
        this.clock = clock;
    }

    /** Often until there is a key, then every half minute: reads what other processes made, makes a successor when due. */
    @Scheduled(every = "1s", identity = "signing-keys", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refreshWhenDue() {
        var due = keys.isEmpty() || clock.instant().isAfter(read.plus(PAUSE));
        return due ? refresh() : Uni.createFrom().voidItem();
    }

    Uni<Void> refresh() {
        return pool.withTransaction(this::readOrMake)
                .invoke(this::hold)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("The signing keys were not read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void hold(List<SigningKey> found) {
        keys = found;
        published = published(found);
        read = clock.instant();
    }

    /** The newest key that may sign by now. */
    SigningKey current() {
        var now = clock.instant();
        return keys.stream()
                .filter(key -> key.signs(now))
                .max(Comparator.comparing(SigningKey::activeFrom))
                .orElseThrow(() ->
                        UNAVAILABLE.because("No signing key is ready yet.").retryAfter(Duration.ofSeconds(1)));
    }

    /** The public half of the key that a token names, for what this service verifies itself. */
    Optional<PublicKey> find(@Nullable String id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .map(key -> key.pair().getPublic())
                .findFirst();
    }

    /** The public halves of all that may have signed a token that is still valid, or are about to sign (RFC 7517, section 5). */
    String published() {
        return published;
    }

    private static String published(List<SigningKey> keys) {
        var set = new JsonArray();
        keys.forEach(key -> set.add(key.publicJwk()));
        return new JsonObject().put("keys", set).encode();
    }

    private Uni<List<SigningKey>> readOrMake(SqlConnection connection) {
        var now = clock.instant();
        return connection
                .query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> read(connection, now))
                .call(found -> reseal(connection, found))
                .chain(found -> needsAnother(found, now)
                        ? add(connection, found, now)
                        : Uni.createFrom().item(found));
    }

    private Uni<List<SigningKey>> read(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream().map(maker::open).toList());
    }

    private Uni<List<SigningKey>> add(SqlConnection connection, List<SigningKey> found, Instant now) {
        var activeFrom = found.isEmpty() ? now : now.plus(SigningKey.AHEAD);
        return Uni.createFrom()
                .item(() -> maker.make(activeFrom))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(key -> connection.preparedQuery(ADD).execute(maker.row(key)))
                .chain(() -> read(connection, now));
    }

    private Uni<?> reseal(SqlConnection connection, List<SigningKey> found) {
        var stale = found.stream().filter(SigningKey::sealedByOldKey).toList();
        return stale.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(RESEAL).execute(resealed(stale));
    }

    private Tuple resealed(List<SigningKey> stale) {
        return Tuple.of(
                stale.stream().map(SigningKey::id).toArray(String[]::new),
                stale.stream().map(maker::sealed).toArray(Buffer[]::new));
    }

    private static boolean needsAnother(List<SigningKey> found, Instant now) {
        return found.isEmpty() || found.getLast().isDueForSuccession(now);
    }
}
