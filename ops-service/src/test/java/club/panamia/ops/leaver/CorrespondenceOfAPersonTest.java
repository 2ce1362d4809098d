package club.panamia.ops.leaver;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages, newsletter and mails when somebody leaves, or wants to see them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class CorrespondenceOfAPersonTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Asked asked = new Asked();

    @Inject
    EventPump pump;

    @Inject
    EncryptionKeys keys;

    private Person ana;
    private Person ben;

    @BeforeEach
    void rows() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        sql.run(
                "INSERT INTO contact_submissions (user_id, name, email, message) VALUES (?, 'Ana', 'x@example.org', 'Hello to you all'),"
                        + " (NULL, 'Ana', 'ANA@example.org', 'Hello once more'), (NULL, 'Ben', 'ben@example.org', 'Hello from Ben')",
                ana.id());
        sql.run(
                "UPDATE contact_submissions SET acknowledged = true, acknowledged_at = now(), acknowledged_by = ?",
                ana.id());
        sql.run("UPDATE contact_submissions SET assigned_to = ?, assigned_at = now()", ana.id());
        sql.run(
                "INSERT INTO internal.contact_reply (submission_id, author_id, message)"
                        + " SELECT id, ?, 'Hello ' || name FROM contact_submissions",
                ana.id());
        sql.run("INSERT INTO newsletter_signups (email, confirm_token, confirm_expires_at)"
                + " VALUES ('other@example.org', 'secret-hash', now()), ('ben@example.org', NULL, NULL)");
        sql.run("INSERT INTO internal.newsletter_consent (signup_id, act, text_version, locale, source, client)"
                + " SELECT id, 'asked', '1', 'en', 'form', '192.0.2.1' FROM newsletter_signups");
        sql.run("INSERT INTO internal.mail_suppression (address, bounced_at)"
                + " VALUES ('other@example.org', now()), ('ben@example.org', now())");
        sql.run(
                "INSERT INTO internal.email_change (user_id, old_email, new_email, undo_token, expires_at)"
                        + " VALUES (?, 'other@example.org', 'ana@example.org', 'secret-hash', now())",
                ana.id());
        sql.run("INSERT INTO brevo_contacts (email) VALUES ('ana@example.org')");
        sql.run(
                "INSERT INTO email_migrations (user_id, old_email, new_email, migration_token, expires_at)"
                        + " VALUES (?, 'ana@example.org', 'new@example.org', 'secret-hash', now())",
                ana.id());
        sql.run(
                "INSERT INTO o_auth_verifications (email, provider, provider_account_id, verification_token, browser_hash, expires_at)"
                        + " VALUES ('ana@example.org', 'wikimedia', '1', 'secret-hash', 'browser', now())");
        sql.run("INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at)"
                + " VALUES ('sign-in', 'Ana@example.org', '1', now()), ('sign-in', 'ben@example.org', '2', now())");
    }

    @Test
    void areCopiedWithoutSecrets() {
        var request = asked.forACopy(ana, addresses());

        pump();

        var part = new JsonPath(asked.part(request, "ops-service"));
        assertThat(part.getList("messages.message")).containsExactlyInAnyOrder("Hello to you all", "Hello once more");
        assertThat(part.getList("newsletter.email")).containsExactly("other@example.org");
        assertThat(part.getList("replies.message")).containsExactlyInAnyOrder("Hello Ana", "Hello Ana");
        assertThat(part.getList("newsletterReceipts.client")).containsExactly("192.0.2.1");
        assertThat(part.getList("madeEmailChanges.old_email")).containsExactly("other@example.org");
        assertThat(part.getList("mailRefusals.address")).containsExactly("other@example.org");
        assertThat(part.getList("mailContacts.email")).containsExactly("ana@example.org");
        assertThat(part.getList("emailChanges.new_email")).containsExactly("new@example.org");
        assertThat(part.getList("signInProofs.provider")).containsExactly("wikimedia");
        assertThat(part.getList("mails.template")).containsExactly("sign-in");
        assertThat(asked.part(request, "ops-service")).doesNotContain("secret-hash");
    }

    @Test
    void goWithTheirAddresses() {
        var request = asked.forErasure(ana, addresses(), null);
        asked.tell("auth.user.deleted", ana, request);

        pump();

        assertThat(sql.list(String.class, "SELECT name FROM contact_submissions WHERE acknowledged_by IS NULL"))
                .containsExactly("Ben");
        assertThat(sql.list(
                        String.class,
                        "SELECT r.message FROM internal.contact_reply r JOIN contact_submissions c ON c.id = r.submission_id"
                                + " WHERE r.author_id IS NULL AND c.assigned_to IS NULL"))
                .containsExactly("Hello Ben");
        assertThat(sql.list(String.class, "SELECT address FROM internal.mail_suppression"))
                .containsExactly("ben@example.org");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.email_change"))
                .isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.newsletter_consent"))
                .isOne();
        assertThat(sql.list(String.class, "SELECT email FROM newsletter_signups"))
                .containsExactly("ben@example.org");
        assertThat(sql.list(String.class, "SELECT recipient FROM internal.mail_outbox"))
                .containsExactly("ben@example.org");
        assertThat(Traces.of("ana@example.org"))
                .containsExactlyInAnyOrder("public.users.email", "internal.email_claim.norm");
        assertThat(Traces.of("other@example.org")).isEmpty();
        assertThat(asked.done(request)).containsExactly("ops-service");
    }

    /** The book has to be told whom to forget; the address goes with that. */
    @Test
    void makeTheContactBookForgetWhomItKnows() {
        sql.run("UPDATE brevo_contacts SET lists_there = '{1}', name = 'Ana', synced_at = now()");
        asked.tell("auth.user.deleted", ana, asked.forErasure(ana, addresses(), null));

        pump();

        assertThat(
                        sql.list(
                                String.class,
                                "SELECT concat_ws(' ', email, name, gone, synced_at IS NULL AND due_at <= now()) FROM brevo_contacts"))
                .containsExactly("ana@example.org t t");
    }

    private byte[] addresses() {
        return SealedAddresses.seal(List.of("Ana@Example.org", "other@example.org"), ana.id(), keys);
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
