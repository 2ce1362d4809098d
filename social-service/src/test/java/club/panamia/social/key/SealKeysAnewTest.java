package club.panamia.social.key;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Private keys of actors after the encryption key has a successor. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SealKeysAnewTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FORMER = "t1:dGVzdC1rZXktb2YtMzItYnl0ZXMtZm9yLXRoZS1raXQ=";
    private static final String NEWEST = "t22:"
            + Base64.getEncoder().encodeToString("another-key-of-32-bytes-for-them".getBytes(StandardCharsets.UTF_8));

    private final Sql sql = TestDatabase.get().sql();
    private final EncryptionKeys before = new EncryptionKeys(Optional.of(FORMER));
    private final EncryptionKeys after = new EncryptionKeys(Optional.of(NEWEST + "," + FORMER));
    private final EncryptionKeys later = new EncryptionKeys(Optional.of(NEWEST));

    @Inject
    NamedJobs jobs;

    @Inject
    Vertx workers;

    @Inject
    Pool pool;

    @Test
    void areSealedUnderTheNewestKeyOnce() {
        var actor = actorId(joined("Ana"));
        key(actor, "rsa-2048", "the RSA key");
        key(actor, "ed25519", "the Ed25519 key");
        assertThatThrownBy(() -> opened(later, actor, "rsa-2048")).isInstanceOf(IllegalArgumentException.class);
        var sealing = new SealKeysAnew(jobs, after, workers, pool);

        assertThat(sealing.run().await().atMost(SOON)).isEqualTo(2);
        assertThat(sealing.run().await().atMost(SOON)).isZero();

        assertThat(opened(later, actor, "rsa-2048")).isEqualTo("the RSA key");
        assertThat(opened(later, actor, "ed25519")).isEqualTo("the Ed25519 key");
    }

    @Test
    void stayAsTheyAreWhileTheirKeyIsTheNewest() {
        var actor = actorId(joined("Ana"));
        key(actor, "ed25519", "the Ed25519 key");

        var sealing = new SealKeysAnew(jobs, before, workers, pool);

        assertThat(sealing.run().await().atMost(SOON)).isZero();
        assertThat(opened(before, actor, "ed25519")).isEqualTo("the Ed25519 key");
    }

    private void key(String actor, String kind, String plain) {
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key) VALUES (?, ?, 'public', ?)",
                actor,
                kind,
                before.encrypt(plain.getBytes(StandardCharsets.UTF_8), MakeKeys.context(actor, kind)));
    }

    private String opened(EncryptionKeys keys, String actor, String kind) {
        var sealed = sql.one(
                byte[].class,
                "SELECT private_key FROM internal.actor_key WHERE actor_id = ? AND kind = ?",
                actor,
                kind);
        return new String(keys.decrypt(sealed, MakeKeys.context(actor, kind)), StandardCharsets.UTF_8);
    }
}
