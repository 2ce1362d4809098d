package club.panamia.engagement.screenname;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ResolutionResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void leadsFromEveryFormerNameToTheOneOfToday() {
        var ana = seed.person("Ana-1");
        rename(ana, "Ana-2");
        rename(ana, "Ana-3");

        for (var former : new String[] {"Ana-1", "ana-1", "ANA-2"}) {
            resolve(former).statusCode(200).body("screenname", is("Ana-3")).body("moved", is(true));
        }
        resolve("ana-3").statusCode(200).body("screenname", is("Ana-3")).body("moved", is(false));
    }

    @Test
    void knowsANameThatWasTakenBack() {
        var ana = seed.person("Ana-1");
        rename(ana, "Ana-2");
        rename(ana, "Ana-1");

        resolve("Ana-1").statusCode(200).body("screenname", is("Ana-1")).body("moved", is(false));
        resolve("Ana-2").statusCode(200).body("screenname", is("Ana-1")).body("moved", is(true));
    }

    @Test
    void saysThatSomebodyIsGone() {
        var ana = seed.person("Ana-1");
        rename(ana, "Ana-2");
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                ana.id());

        resolve("Ana-1")
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", is("/problems/screenname-gone"));
        resolve("Ana-2").statusCode(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "admin", "%25", "a%27b", "%F0%9F%98%80", "%20"})
    void knowsNobodyOfAFreeOrReservedName(String name) {
        resolve(name).statusCode(404).body("type", is("/problems/no-such-screenname"));
    }

    @Test
    void hidesWhoIsLocked() {
        var ana = seed.person("Ana-1");
        rename(ana, "Ana-2");
        seed.lock(ana);

        resolve("Ana-1").statusCode(404);
        resolve("Ana-2").statusCode(404);
    }

    @Test
    void readsItsIndexes() {
        sql.run(
                "INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM generate_series(1, 3000) n");
        sql.run("UPDATE users SET screenname = 'new-' || screenname");
        Planner.knows("users, screenname_history");

        assertThat(Plan.of(pool, Screennames.LEADS_TO, Tuple.of("person-77")))
                .contains("screenname_history_screenname_key", "users_screenname", "users_pkey")
                .doesNotContain("Seq Scan");
    }

    private ValidatableResponse resolve(String name) {
        return anonymous()
                .urlEncodingEnabled(false)
                .get("/api/screennames/" + name + "/resolution")
                .then();
    }

    private void rename(Person person, String screenname) {
        sql.run("UPDATE users SET screenname = ? WHERE id = ?", screenname, person.id());
    }
}
