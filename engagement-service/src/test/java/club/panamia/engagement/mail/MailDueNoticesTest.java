package club.panamia.engagement.mail;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MailDueNoticesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    @Inject
    MailPasses passes;

    @Inject
    EncryptionKeys keys;

    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
    }

    @Test
    void mailWhatIsNotReadAfterAWhileAndOnce() {
        linkAsked(ben, "p-1");

        run(0);
        assertThat(mails()).isEmpty();
        run(4);
        run(4);

        var mail = onlyMail();
        assertThat(mail.template()).isEqualTo("notices");
        assertThat(mail.recipient()).isEqualTo("ana@example.org");
        assertThat(mail.params().get("title")).isEqualTo("Ben would like to link a profile with yours");
        assertThat(mail.params().get("link")).isEqualTo("http://localhost:8080/updates");
        assertThat(mail.params().get("unsubscribe")).startsWith("http://localhost:8080/unsubscribe/");
        assertThat(states()).containsExactly("sent");
        assertThat(sql.list(Boolean.class, "SELECT email_sent FROM notifications"))
                .containsExactly(true);
    }

    @Test
    void putTogetherWhatBelongsTogether() {
        sql.run(
                "INSERT INTO profiles (user_id, email, name, mail_locale) VALUES (?, ?, 'Ana', 'es')",
                ana.id(),
                ana.email());
        var eva = seed.person("Eva");
        linkAsked(ben, "p-1");
        linkAsked(eva, "p-1");
        linkAsked(eva, "p-2");

        run(4);

        var mail = onlyMail();
        assertThat(mail.locale()).isEqualTo("es");
        assertThat(mail.params().get("title")).isEqualTo("2 novedades por leer");
        assertThat(mail.params().get("lines"))
                .isEqualTo(
                        "Eva quiere enlazar un perfil con el tuyo\n\nEva y otra persona quieren enlazar perfiles con el tuyo");
        assertThat(states()).containsExactly("sent", "sent", "sent");
    }

    @Test
    void doNotMailWhatWasReadMeanwhile() {
        linkAsked(ben, "p-1");
        as(ana).contentType("application/json")
                .body("{}")
                .post("/api/notifications/mark-all-read")
                .then()
                .statusCode(200);
        linkAsked(ben, "p-2");
        as(ana).delete("/api/notifications/" + newest()).then().statusCode(204);

        run(4);

        assertThat(mails()).isEmpty();
        assertThat(reasons()).containsExactly("gone", "read");
    }

    @Test
    void doNotMailWhatIsNotWantedAnyMore() {
        linkAsked(ben, "p-1");
        sql.run(
                "INSERT INTO internal.notification_preference (user_id, category, channel, wanted) VALUES (?, 'profile', 'email', false)",
                ana.id());

        run(4);

        assertThat(mails()).isEmpty();
        assertThat(states()).containsExactly("withheld");
        assertThat(reasons()).containsExactly("not-wanted");
    }

    @Test
    void keepADigestUntilItsHour() {
        var hour = (LocalTime.now(ZoneOffset.UTC).getHour() + 12) % 24;
        sql.run(
                "INSERT INTO internal.notification_setting (user_id, digest, digest_hour, zone) VALUES (?, 'daily', ?, 'UTC')",
                ana.id(),
                hour);
        linkAsked(ben, "p-1");
        linkAsked(ben, "p-2");

        run(4);
        assertThat(mails()).isEmpty();
        assertThat(sql.one(Boolean.class, """
                SELECT bool_and(extract(hour FROM due_at AT TIME ZONE 'UTC') = ? AND due_at > now())
                  FROM internal.notification_delivery""", hour)).isTrue();
        run(60 * 25);

        assertThat(onlyMail().params().get("title")).isEqualTo("2 things to read");
    }

    @Test
    void doNotLetADigestOrAQuietHourHoldUpWhatIsUrgent() {
        sql.run(
                "INSERT INTO internal.notification_setting (user_id, digest, quiet_from, quiet_until) VALUES (?, 'weekly', '00:00', '23:59')",
                ana.id());
        linkAsked(ben, "p-1");
        happened("auth.account.linked", ana, "'userId', '%s'".formatted(ana.id()));

        run(4);

        var mail = onlyMail();
        assertThat(mail.params().get("title")).isEqualTo("A further way to sign in was linked to your account");
        assertThat(mail.params()).doesNotContainKey("unsubscribe");
        assertThat(states()).containsExactly("queued", "sent");
    }

    @Test
    void mailNobodyWhoseAddressIsNotProven() {
        linkAsked(ben, "p-1");
        sql.run("UPDATE users SET email_proven_at = NULL WHERE id = ?", ana.id());

        run(4);

        assertThat(mails()).isEmpty();
        assertThat(reasons()).containsExactly("no-address");
    }

    private void linkAsked(Person asker, String profile) {
        happened(
                "profile.link.asked",
                asker,
                "'otherProfileId', '%s', 'otherUserId', '%s'".formatted(profile, ana.id()));
    }

    private void happened(String type, Person actor, String payload) {
        sql.run(
                "INSERT INTO internal.event (type, actor_id, payload) VALUES (?, ?, jsonb_build_object(" + payload
                        + "))",
                type,
                actor.id());
        pump.drain().await().atMost(PATIENCE);
    }

    private void run(int minutesLater) {
        passes.run(minutesLater);
    }

    private String newest() {
        return sql.one(String.class, "SELECT id FROM notifications ORDER BY created_at DESC LIMIT 1");
    }

    private List<String> states() {
        return sql.list(
                String.class,
                "SELECT state FROM internal.notification_delivery WHERE channel = 'email' ORDER BY state");
    }

    private List<String> reasons() {
        return sql.list(String.class, "SELECT reason FROM internal.notification_delivery ORDER BY reason");
    }

    private List<String> mails() {
        return sql.list(String.class, "SELECT id FROM internal.mail_outbox");
    }

    private Posted onlyMail() {
        assertThat(mails()).hasSize(1);
        return Posted.only(sql, keys);
    }
}
