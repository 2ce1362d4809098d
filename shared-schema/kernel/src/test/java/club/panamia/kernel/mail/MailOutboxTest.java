package club.panamia.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.house.Calls;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MailOutboxTest {

    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    private static final Mail LINK = new Mail(
            "magic-link",
            "ana@example.org",
            "es",
            Map.of("link", "https://pana.example/?token=abc"),
            "link-1",
            TOMORROW);

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    MailOutbox outbox;

    @Inject
    EncryptionKeys keys;

    @Inject
    Pool pool;

    @Test
    void leavesTheMailForItsSender() {
        post(LINK);

        var mail = taken();
        assertThat(mail.template()).isEqualTo("magic-link");
        assertThat(mail.recipient()).isEqualTo("ana@example.org");
        assertThat(mail.locale()).isEqualTo("es");
        assertThat(mail.params()).isEqualTo(LINK.params());
        assertThat(mail.attempts()).isZero();
        assertThat(sql.one(java.sql.Timestamp.class, "SELECT expires_at FROM internal.mail_outbox")
                        .toInstant())
                .isEqualTo(TOMORROW);
    }

    @Test
    void keepsTheParametersUnreadable() {
        post(LINK);

        var stored = sql.one(byte[].class, "SELECT params FROM internal.mail_outbox");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("token", "pana.example");
    }

    @Test
    void opensParametersOnlyInTheirOwnRow() {
        post(LINK);
        sql.run("UPDATE internal.mail_outbox SET dedupe_key = 'another'");

        assertThatThrownBy(this::taken).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesTheSameMailOnce() {
        post(LINK);
        post(LINK);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void leavesNothingWhenTheCallersWorkFails() {
        Supplier<Uni<Void>> work = () -> Panache.withTransaction(
                () -> outbox.post(LINK).chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))));

        assertThatThrownBy(() -> Calls.await(work)).hasMessage("no");
        assertThat(count()).isZero();
    }

    @Test
    void refusesToWorkOutsideATransaction() {
        assertThatThrownBy(() -> Calls.await(() -> Panache.withSession(() -> outbox.post(LINK))))
                .hasMessageContaining("@WithTransaction");
        assertThat(count()).isZero();
    }

    private void post(Mail mail) {
        Calls.await(() -> Panache.withTransaction(() -> outbox.post(mail)));
    }

    private OutgoingMail taken() {
        return Calls.await(() -> pool.query("SELECT * FROM internal.mail_outbox")
                .execute()
                .map(rows -> OutgoingMail.of(rows.iterator().next(), keys)));
    }

    private long count() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox");
    }
}
