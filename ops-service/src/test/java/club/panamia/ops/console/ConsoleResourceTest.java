package club.panamia.ops.console;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ConsoleResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;

    @BeforeEach
    void room() {
        ada = seed.admin("Ada");
        sql.run(
                "INSERT INTO contact_submissions (name, email, created_at)"
                        + " SELECT 'Ana', 'ana@example.org', now() - make_interval(days => n % 9) FROM generate_series(1, 40) n");
        sql.run(
                "INSERT INTO internal.event (id, position, type, payload) VALUES ('e1', 1, 'content.article.published', '{}')");
        sql.run("INSERT INTO internal.parked_event (consumer, event_id, next_attempt_at, error, attempts)"
                + " VALUES ('social-service', 'e1', now() + interval '1 hour', 'no such <actor>', 3)");
        sql.run("INSERT INTO internal.job (name, service, due_at, failures, error)"
                + " VALUES ('forget-old-mail', 'ops-service', now() + interval '1 hour', 2, 'the disk is full')");
    }

    @Test
    void showsFiguresPlotsAndWhatIsStuckButNobodysData() {
        as(ada).get("/ops/room")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Messages open"), containsString("Messages: 40"), containsString("Posts: 0"))
                .body(containsString("no such &lt;actor&gt;"), containsString("failed: the disk is full"))
                .body(containsString("Last ran (UTC)"), containsString("never"), containsString("/api/ops/trail.csv"))
                .body(not(containsString("ana@example.org")), not(containsString("ada@example.org")));
    }

    @Test
    void speaksSpanishToWhoeverReadsIt() {
        as(ada).header("Accept-Language", "es-CU,es;q=0.9")
                .get("/ops/room")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"es\">"), containsString("Sala de control"))
                .body(containsString("Mensajes abiertos"), containsString("falló: the disk is full"));
    }

    @Test
    void showsReportsWithTheirButtonsAndLetsTheirReportersSeeThatItDid() {
        var ben = seed.person("Ben");
        var report = report(ben);

        as(ada).get("/ops/room")
                .then()
                .statusCode(200)
                .body(containsString("Title of hola"), containsString("Sells &lt;pills&gt;"))
                .body(containsString("/ops/reports/article/" + report + "/upheld"));

        assertThat(sql.list(
                        String.class, "SELECT subject_id FROM internal.security_event WHERE actor_id = ?", ada.id()))
                .containsExactly(ben.id());
    }

    @Test
    void settlesAReportByAButton() {
        var report = report(seed.person("Ben"));
        var path = "/ops/reports/article/" + report;

        as(seed.person("Bob")).post(path + "/upheld").then().statusCode(403);
        as(ada).post(path + "/perhaps").then().statusCode(404);
        as(ada).redirects().follow(false).post(path + "/dismissed").then().statusCode(303);
        as(ada).redirects().follow(false).post(path + "/upheld").then().statusCode(409);

        assertThat(sql.one(String.class, "SELECT outcome FROM internal.article_report WHERE settled_by = ?", ada.id()))
                .isEqualTo("dismissed");
    }

    @Test
    void showsWhereLettersFailAndWhatProvidersAllow() {
        sql.run("INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, state, error)"
                + " VALUES ('sign-in', 'ana@far.example', '1', now() + interval '1 day', 'parked', '550 no')");
        sql.run("INSERT INTO internal.provider_quota (name, most, remaining, resets_at)"
                + " VALUES ('brevo-contacts', 100, 61, now() + interval '1 hour')");

        as(ada).get("/ops/room")
                .then()
                .body(containsString("far.example"), containsString("550 no"), containsString("61 of 100"))
                .body(not(containsString("ana@far.example")));
    }

    @Test
    void leadsWhoeverIsNotSignedInToDoSoAndRefusesOthers() {
        anonymous()
                .redirects()
                .follow(false)
                .get("/ops")
                .then()
                .statusCode(303)
                .header("Location", containsString("/signin?callbackUrl=%2Fops"));
        as(seed.person("Bob")).get("/ops").then().statusCode(403);
    }

    @Test
    void hasButtonsForAdministratorsOnly() {
        var bob = seed.person("Bob");

        as(bob).post("/ops/jobs/forget-old-mail/run").then().statusCode(403);
        as(bob).post("/ops/events/e1/replay").then().statusCode(403);
        anonymous().post("/ops/jobs/forget-old-mail/run").then().statusCode(401);
        as(ada).redirects()
                .follow(false)
                .post("/ops/jobs/no-such-job/run")
                .then()
                .statusCode(404);

        assertThat(due()).isFalse();
    }

    private String report(Person reporter) {
        return sql.one(
                String.class,
                "INSERT INTO internal.article_report (article_id, reporter_id, reason, note)"
                        + " VALUES (?, ?, 'spam', 'Sells <pills>') RETURNING id",
                seed.publishedArticle(seed.person("Ana"), "hola"),
                reporter.id());
    }

    private boolean due() {
        return sql.one(Boolean.class, "SELECT due_at <= now() FROM internal.job WHERE name = 'forget-old-mail'");
    }
}
