package club.panamia.ops.audit;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever an administrator reads of a person, that person sees among their security events. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AdminReadsTest {

    private static final String MESSAGE = "/api/contact/messages/{id}";

    /** With a query where only that leads to somebody. */
    private static final List<String> OF_PEOPLE = List.of(
            "/api/contact/messages",
            "/api/contact/messages.csv",
            MESSAGE,
            "/api/newsletter/signups",
            "/api/newsletter/signups.csv",
            "/api/oauth-verifications",
            "/api/ops/mail",
            "/api/ops/mail/suppressions",
            "/api/ops/reports",
            "/api/ops/reports.csv",
            "/api/ops/trail?subject={person}",
            "/api/ops/trail?actor={person}",
            "/api/ops/trail.csv?subject={person}",
            "/api/ops/trail.csv?actor={person}",
            "/ops/room");

    private static final List<String> OF_NOBODY = List.of(
            "/api/ops/doctor",
            "/api/ops/events/parked",
            "/api/ops/figures",
            "/api/ops/figures/{growth}/days",
            "/api/ops/jobs",
            "/api/ops/mail/domains",
            "/api/ops/mail/letters",
            "/api/ops/mail/letters/{name}/preview",
            "/api/ops/quotas");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;
    private Person ana;
    private String message;

    @BeforeEach
    void anaIsEverywhere() {
        ada = seed.admin("Ada");
        ana = seed.person("Ana");
        message = sql.one(
                String.class,
                "INSERT INTO contact_submissions (name, email, message) VALUES ('Ana', 'ana@example.org', 'Hello to all') RETURNING id");
        sql.run("INSERT INTO newsletter_signups (email, name) VALUES ('ana@example.org', 'Ana')");
        sql.run("""
                INSERT INTO o_auth_verifications (email, provider, provider_account_id, verification_token, browser_hash, expires_at, oauth_profile)
                VALUES ('ana@example.org', 'wikimedia', '1', 't', 'b', now() + interval '5 minutes', '{}')
                """);
        sql.run("INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at)"
                + " VALUES ('sign-in', 'ana@example.org', '1', now() + interval '1 day')");
        sql.run("INSERT INTO internal.mail_suppression (address, bounced_at) VALUES ('ana@example.org', now())");
        sql.run(
                "INSERT INTO internal.article_report (article_id, reporter_id, reason) VALUES (?, ?, 'spam')",
                seed.publishedArticle(seed.person("Ben"), "hola"),
                ana.id());
    }

    @ParameterizedTest
    @FieldSource("OF_PEOPLE")
    void areSeenByWhomTheyConcernAndByNobodyElse(String path) {
        as(ada).get(path.replace("{id}", message).replace("{person}", ana.id()))
                .then()
                .statusCode(200);

        assertThat(sql.list(
                        String.class,
                        "SELECT u.name FROM internal.security_event e JOIN users u ON u.id = e.subject_id"
                                + " WHERE e.action = 'record-read' AND e.actor_id = ?",
                        ada.id()))
                .containsExactly("Person Ana");
    }

    @Test
    void areAllThatTheApiOffersToAdministrators() throws IOException {
        var known = new TreeSet<>(OF_NOBODY);
        OF_PEOPLE.forEach(path -> known.add(path.replaceFirst("\\?.*", "")));
        known.remove("/ops/room");

        assertThat(readByAdministrators())
                .as("say of a new one whether it shows what is somebody's")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static TreeSet<String> readByAdministrators() throws IOException {
        var found = new TreeSet<String>();
        var path = "";
        var get = false;
        for (var line : Files.readAllLines(Path.of("..", "docs", "api", "ops.yaml"))) {
            if (line.matches(" {2}/.*:")) {
                path = line.strip().replace(":", "");
            } else if (line.matches(" {4}[a-z]+:")) {
                get = line.equals("    get:");
            } else if (get && line.contains("administrators only")) {
                found.add(path);
            }
        }
        return found;
    }
}
