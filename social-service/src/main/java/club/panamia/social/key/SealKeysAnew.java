package club.panamia.social.key;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.kernel.secret.EncryptionKeys;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The private keys of actors that an older encryption key still seals are sealed under the newest one, so that the older can be
 * taken out of {@code PANA_ENCRYPTION_KEYS} a day later.
 */
@ApplicationScoped
class SealKeysAnew {

    private static final int PORTION = 200;

    /** A ciphertext begins with the name of its key. */
    private static final String SEALED_BEFORE = """
            SELECT id, actor_id, kind, private_key FROM internal.actor_key
             WHERE substring(private_key FROM 1 FOR length(CAST($1 AS bytea))) <> $1
             ORDER BY id
             LIMIT $2
            """;

    /** Of two who do it at once the second leaves it. */
    private static final String SEAL = """
            UPDATE internal.actor_key k SET private_key = s.after
              FROM unnest(CAST($1 AS text[]), CAST($2 AS bytea[]), CAST($3 AS bytea[])) AS s (id, after, before)
             WHERE k.id = s.id AND k.private_key = s.before
            """;

    /** The private key of one id, sealed anew and as it was. */
    private record Sealed(String id, Buffer after, Buffer before) {}

    private final NamedJobs jobs;
    private final EncryptionKeys encryption;
    private final Vertx workers;
    private final Pool pool;

    SealKeysAnew(NamedJobs jobs, EncryptionKeys encryption, Vertx workers, Pool pool) {
        this.jobs = jobs;
        this.encryption = encryption;
        this.workers = workers;
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "4m", identity = "seal-actor-keys")
    Uni<Void> runWhenDue() {
        return jobs.run("seal-actor-keys", Duration.ofHours(12), this::run);
    }

    /** Seals some of them; how many. */
    Uni<Integer> run() {
        return pool.preparedQuery(SEALED_BEFORE)
                .execute(Tuple.of(newestKey(), PORTION))
                .chain(this::sealed)
                .call(keys -> keys.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(SEAL).execute(values(keys)))
                .map(List::size);
    }

    private static Tuple values(List<Sealed> keys) {
        return Tuple.of(
                keys.stream().map(Sealed::id).toArray(String[]::new),
                keys.stream().map(Sealed::after).toArray(Buffer[]::new),
                keys.stream().map(Sealed::before).toArray(Buffer[]::new));
    }

    private Uni<List<Sealed>> sealed(RowSet<Row> rows) {
        return workers.executeBlocking(() -> sealAll(rows), false);
    }

    private List<Sealed> sealAll(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::seal).toList();
    }

    private Sealed seal(Row row) {
        var context = MakeKeys.context(row.getString("actor_id"), row.getString("kind"));
        var before = row.getBuffer("private_key").getBytes();
        var after = encryption.encrypt(encryption.decrypt(before, context), context);
        return new Sealed(row.getString("id"), Buffer.buffer(after), Buffer.buffer(before));
    }

    private Buffer newestKey() {
        var sealed = encryption.encrypt(new byte[0], "");
        return Buffer.buffer(Arrays.copyOf(sealed, 2 + sealed[1]));
    }
}
