package club.panamia.engagement.screenname;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ana was Anita until 1 February, then Anna until 1 March, and is Ana since. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FormerNamesTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void anaWithHerNames() {
        ana = seed.person("Anita");
        sql.run("UPDATE users SET created_at = '2026-01-01T00:00Z' WHERE id = ?", ana.id());
        sql.run("UPDATE users SET screenname = 'Anna' WHERE id = ?", ana.id());
        sql.run("UPDATE screenname_history SET created_at = '2026-02-01T12:00Z' WHERE screenname = 'Anita'");
        sql.run("UPDATE users SET screenname = 'Ana' WHERE id = ?", ana.id());
        sql.run("UPDATE screenname_history SET created_at = '2026-03-01T12:00Z' WHERE screenname = 'Anna'");
    }

    @ParameterizedTest
    @CsvSource({
        "Anita, 2025-12-31, 404", "anita, 2026-01-15, 200", "Anita, 2026-02-01, 404",
        "Anna,  2026-01-31, 404", "ANNA,  2026-02-01, 200", "Anna,  2026-03-01, 404",
        "Ana,   2026-02-28, 404", "ana,   2026-03-01, 200", "Ana,   2026-10-01, 200",
        "Nobody, 2026-02-01, 404", "Ana,  2026-02-30, 422", "Ana,  yesterday, 422",
    })
    void tellWhoHadANameOnADay(String name, String day, int status) {
        var answer = anonymous()
                .get("/api/screennames/" + name + "/holder?on=" + day)
                .then()
                .statusCode(status);

        if (status == 200) {
            answer.body("id", is(ana.id())).body("screenname", is("Ana"));
        }
    }

    @Test
    void leadToTheNameOfToday() {
        anonymous()
                .redirects()
                .follow(false)
                .get("/api/screennames/anita")
                .then()
                .statusCode(301)
                .header("Location", "http://localhost:8080/p/Ana")
                .body("screenname", is("Ana"));
        anonymous().get("/api/screennames/ana").then().statusCode(200).body("moved", is(false));
        anonymous().get("/api/screennames/nobody").then().statusCode(404);
    }

    @Test
    void areGoneWithTheirPerson() {
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                ana.id());

        anonymous()
                .redirects()
                .follow(false)
                .get("/api/screennames/anita")
                .then()
                .statusCode(410);
        anonymous()
                .get("/api/screennames/Anna/holder?on=2026-02-15")
                .then()
                .statusCode(410)
                .body("type", is("/problems/screenname-gone"));
    }

    @Test
    void areListedForTheirOwnPerson() {
        as(ana).get("/api/screennames/former")
                .then()
                .statusCode(200)
                .body("items.screenname", contains("Anna", "Anita"))
                .body("items[0].until", is("2026-03-01T12:00:00Z"));
        anonymous().get("/api/screennames/former").then().statusCode(401);
        as(ana).get("/api/screennames/former?cursor=nonsense").then().statusCode(422);
    }
}
