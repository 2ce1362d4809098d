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
                .body(containsString("Messages open"), containsString("messages: 40"))
                .body(containsString("no such &lt;actor&gt;"), containsString("failed: the disk is full"))
                .body(not(containsString("ana@example.org")), not(containsString("ada@example.org")));
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

    private boolean due() {
        return sql.one(Boolean.class, "SELECT due_at <= now() FROM internal.job WHERE name = 'forget-old-mail'");
    }
}
