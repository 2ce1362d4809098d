package club.panamia.engagement.screenname;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ana was Anita once. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ScreennameLocksTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person admin;

    @BeforeEach
    void anaWhoWasAnita() {
        ana = seed.person("Anita");
        call(ana, "Ana");
        admin = seed.admin("Boss");
    }

    @AfterEach
    void noNameStaysLocked() {
        sql.run("DELETE FROM internal.screenname_claim WHERE locked_at IS NOT NULL");
    }

    @Test
    void keepANameFromEverybodyAlsoFromWhoeverHadIt() {
        decide(admin, "Anita", "lock").then().statusCode(204);
        decide(admin, "ANITA", "lock").then().statusCode(204);

        assertThatThrownBy(() -> call(ana, "Anita")).hasMessageContaining("screenname_claim_pkey");
        anonymous()
                .get("/api/screennames/anita/resolution")
                .then()
                .statusCode(200)
                .body("screenname", is("Ana"));
        assertThat(trail()).containsExactly("screenname-locked %s anita: It misleads people.".formatted(ana.id()));
    }

    @Test
    void keepANameThatNobodyEverHad() {
        decide(admin, "Mayor", "lock").then().statusCode(204);

        assertThatThrownBy(() -> call(ana, "mayor")).hasMessageContaining("screenname_claim_pkey");
        decide(admin, "mayor", "release").then().statusCode(204);
        call(ana, "mayor");

        assertThat(trail())
                .containsExactly(
                        "screenname-locked %s mayor: It misleads people.".formatted(admin.id()),
                        "screenname-released %s mayor: It misleads people.".formatted(admin.id()));
    }

    @Test
    void giveANameFreeThatSomebodyHad() {
        decide(admin, "anita", "release").then().statusCode(204);
        decide(admin, "anita", "release").then().statusCode(204);
        var ben = seed.person("Anita2");

        anonymous().get("/api/screennames/anita/resolution").then().statusCode(404);
        call(ben, "Anita");

        anonymous().get("/api/screennames/anita/resolution").then().body("moved", is(false));
        assertThat(trail()).containsExactly("screenname-released %s anita: It misleads people.".formatted(ana.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "release"})
    void leaveANameAloneThatSomebodyHas(String decision) {
        decide(admin, "ana", decision).then().statusCode(409).body("type", is("/problems/screenname-in-use"));

        assertThat(sql.one(String.class, "SELECT state FROM internal.screenname_claim WHERE norm = 'ana'"))
                .isEqualTo("current");
        assertThat(trail()).isEmpty();
    }

    @Test
    void leaveTheWordsOfTheHouseAlone() {
        decide(admin, "support", "release")
                .then()
                .statusCode(409)
                .body("type", is("/problems/screenname-of-the-house"));
        decide(admin, "support", "lock").then().statusCode(204);
        decide(admin, "support", "release").then().statusCode(409);

        assertThat(trail()).isEmpty();
    }

    @Test
    void areDecidedByTheRowAlsoWhenThePersonTakesTheNameBackAtTheSameTime() {
        var outcomes = Race.of(
                6,
                i -> () -> i == 0
                        ? takenBack()
                        : decide(admin, "anita", i % 2 == 0 ? "lock" : "release")
                                .statusCode());

        assertThat(outcomes).allMatch(outcome -> List.of(204, 409).contains(outcome));
        assertThat(sql.list(String.class, """
                SELECT c.norm FROM internal.screenname_claim c FULL JOIN users u ON c.norm = lower(u.screenname)
                 WHERE (c.state = 'current') IS DISTINCT FROM (u.id IS NOT NULL) OR c.user_id IS DISTINCT FROM u.id AND c.state = 'current'
                """)).isEmpty();
    }

    @Test
    void areForAdministratorsWithAReason() {
        decide(ana, "mayor", "lock").then().statusCode(403);
        as(admin)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"short\"}")
                .put("/api/screennames/mayor/lock")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/reason"));
        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"It misleads people.\"}")
                .put("/api/screennames/mayor/release")
                .then()
                .statusCode(401);

        assertThat(trail()).isEmpty();
    }

    private int takenBack() {
        try {
            call(ana, "Anita");
            return 204;
        } catch (RuntimeException taken) {
            return 409;
        }
    }

    private void call(Person person, String name) {
        sql.run("UPDATE users SET screenname = ? WHERE id = ?", name, person.id());
    }

    private static Response decide(Person by, String name, String decision) {
        return as(by).contentType(ContentType.JSON)
                .body("{\"reason\": \"It misleads people.\"}")
                .put("/api/screennames/" + name + "/" + decision);
    }

    private List<String> trail() {
        return sql.list(
                String.class,
                "SELECT action || ' ' || subject_id || ' ' || reason FROM internal.security_event WHERE actor_id = ? ORDER BY id",
                admin.id());
    }
}
