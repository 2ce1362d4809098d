package club.panamia.social.remote;

import club.panamia.social.home.Home;
import club.panamia.social.key.MakeKeys;
import club.panamia.social.key.NewKeys;
import club.panamia.social.key.SigningKeys;
import club.panamia.social.signature.SigningKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * This server itself, as an actor: it asks others for documents in nobody's name. Made when it asks for the first time, or is asked
 * for.
 */
@Singleton
public class InstanceActor {

    static final String ID = "instance";

    private static final String KNOWN = """
            SELECT a.uri, k.private_key FROM social_actors a JOIN internal.actor_key k ON k.actor_id = a.id AND k.kind = 'rsa-2048'
             WHERE a.id = $1
            """;

    private static final String MAKE = """
            WITH actor AS (
              INSERT INTO social_actors (id, username, domain, uri, type, inbox_url, outbox_url, followers_url, following_url,
                                         shared_inbox_url, public_key)
              VALUES ($1, $2, $2, $3, 'Application', $3 || '/inbox', $3 || '/outbox', $3 || '/followers', $3 || '/following', $4, $5)
              ON CONFLICT DO NOTHING
              RETURNING id
            )
            INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key)
            SELECT id, 'rsa-2048', $5, $6 FROM actor
            """;

    private final Pool pool;
    private final MakeKeys makeKeys;
    private final SigningKeys signingKeys;
    private final Home home;

    InstanceActor(Pool pool, MakeKeys makeKeys, SigningKeys signingKeys, Home home) {
        this.pool = pool;
        this.makeKeys = makeKeys;
        this.signingKeys = signingKeys;
        this.home = home;
    }

    String uri() {
        return home.instance();
    }

    /** So that it is there; outside any transaction. */
    public Uni<Void> begin() {
        return row().replaceWithVoid();
    }

    Uni<SigningKey> key() {
        return row().map(row -> signingKeys.open(
                ID, row.getString("uri"), row.getBuffer("private_key").getBytes()));
    }

    private Uni<Row> row() {
        return known().chain(rows -> rows.isEmpty() ? make() : Uni.createFrom().item(rows.getFirst()));
    }

    private Uni<List<Row>> known() {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(ID))
                .map(rows -> rows.stream().toList());
    }

    /** Twice at once it is one actor with one key. */
    private Uni<Row> make() {
        return makeKeys.of(ID).chain(this::insert).chain(this::known).map(List::getFirst);
    }

    private Uni<Void> insert(NewKeys keys) {
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(ID, home.domain(), uri(), home.at("/ap/inbox"), keys.rsaPublic())
                        .addBuffer(Buffer.buffer(keys.rsaPrivate())))
                .replaceWithVoid();
    }
}
