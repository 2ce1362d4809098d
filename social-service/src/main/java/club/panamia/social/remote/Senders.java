package club.panamia.social.remote;

import static club.panamia.social.signature.SignatureProblem.WRONG_SIGNATURE;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.key.PeerKey;
import club.panamia.social.signature.Claim;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Who has signed a request. A key that is not known is asked for, and once more where it does not fit, for it may be a new one by
 * now; an actor is not asked anew within five minutes.
 */
@Singleton
public class Senders {

    private static final String KNOWN = """
            SELECT a.uri, k.kind, k.public_key, a.fetched_at < now() - interval '5 minutes' AS stale
              FROM internal.peer_key k JOIN social_actors a ON a.id = k.actor_id
             WHERE k.key_id = $1
            """;

    private final Pool pool;
    private final RemoteActors actors;
    private final Documents documents;
    private final KnownKeys cache;

    Senders(Pool pool, RemoteActors actors, Documents documents, KnownKeys cache) {
        this.pool = pool;
        this.actors = actors;
        this.documents = documents;
        this.cache = cache;
    }

    /** Whoever made this claim; refuses with 401 where nobody did. Outside any transaction. */
    public Uni<Sender> of(Claim claim) {
        var cached = cache.get(claim.keyId()).filter(sender -> claim.isMadeBy(sender.key()));
        return cached.isPresent() ? Uni.createFrom().item(cached.get()) : looked(claim);
    }

    private Uni<Sender> looked(Claim claim) {
        return rows(claim.keyId()).chain(rows -> known(claim, rows));
    }

    private Uni<Sender> known(Claim claim, List<Row> rows) {
        var right = whoMade(claim, rows);
        if (right.isPresent()) {
            return Uni.createFrom().item(cache.put(claim.keyId(), right.get()));
        }
        return rows.isEmpty() || rows.getFirst().getBoolean("stale") ? anew(claim) : refused();
    }

    private static Optional<Sender> whoMade(Claim claim, List<Row> rows) {
        return rows.stream()
                .map(Senders::sender)
                .filter(sender -> claim.isMadeBy(sender.key()))
                .findFirst();
    }

    private Uni<Sender> anew(Claim claim) {
        return owner(claim.keyId())
                .chain(actors::anew)
                .onFailure(Problem.class)
                .transform(
                        problem -> WRONG_SIGNATURE.because("The key cannot be had: %s".formatted(problem.getMessage())))
                .chain(() -> rows(claim.keyId()))
                .map(rows -> whoMade(claim, rows))
                .chain(right ->
                        right.isPresent() ? Uni.createFrom().item(cache.put(claim.keyId(), right.get())) : refused());
    }

    private Uni<List<Row>> rows(String keyId) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(keyId))
                .map(rows -> rows.stream().toList());
    }

    /** The actor that a key belongs to: what stands before the fragment, or what a key that is a document names as its owner. */
    private Uni<String> owner(String keyId) {
        return documents.at(keyId).map(document -> ownerIn(document, keyId));
    }

    private static String ownerIn(JsonObject document, String keyId) {
        var owner = Ld.ref(document, "owner") == null ? Ld.ref(document, "controller") : Ld.ref(document, "owner");
        if (keyId.equals(Ld.id(document)) && Host.isSame(keyId, owner)) {
            return String.valueOf(owner);
        }
        return String.valueOf(Ld.id(document));
    }

    private static Sender sender(Row row) {
        var text = row.getString("public_key");
        return new Sender(
                row.getString("uri"),
                "rsa".equals(row.getString("kind")) ? PeerKey.ofPem(text) : PeerKey.ofMultikey(text));
    }

    private static <T> Uni<T> refused() {
        return Uni.createFrom().failure(WRONG_SIGNATURE.because("It is not made with this key."));
    }

    /** Whether we have heard of this key before. */
    public Uni<Boolean> isKnown(String keyId) {
        return cache.get(keyId).isPresent()
                ? Uni.createFrom().item(true)
                : rows(keyId).map(rows -> !rows.isEmpty());
    }
}
