package club.panamia.auth.admin;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class UsersResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person eva;

    @BeforeEach
    void people() {
        eva = seed.admin("Eva");
        seed.person("Ana");
        seed.person("An_a");
        seed.lock(seed.person("Loki"));
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                seed.person("Gone").id());
    }

    @ParameterizedTest
    @CsvSource({
        "email, ANA@example.org, Ana",
        "email, an_*, An_a",
        "email, a_a@example.org,",
        "screenname, an_a, An_a",
        "state, locked, Loki",
        "state, admin, Eva"
    })
    void areFound(String by, String value, String screenname) {
        as(eva).queryParam(by, value)
                .get("/api/auth/admin/users")
                .then()
                .statusCode(200)
                .body("items.screenname", is(screenname == null ? List.of() : List.of(screenname)));
    }

    @Test
    void areFoundAlsoWhenTheyHaveLeft() {
        as(eva).queryParam("state", "deleted")
                .get("/api/auth/admin/users")
                .then()
                .body("items.size()", is(1))
                .body("items[0].leftAt", notNullValue());
        as(eva).queryParam("state", "open")
                .get("/api/auth/admin/users")
                .then()
                .body("items.screenname", contains("An_a", "Ana", "Eva"));
    }

    @Test
    void comeInPages() {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(eva).queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/api/auth/admin/users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void readOfItWhenTheyWereLookedAt() {
        var ben = seed.person("Ben");

        as(eva).queryParam("id", ben.id()).get("/api/auth/admin/users").then().statusCode(200);
        as(eva).get("/api/auth/admin/users/" + ben.id())
                .then()
                .statusCode(200)
                .body("email", is("ben@example.org"))
                .body("sessions", is(1))
                .body("isAdmin", is(false))
                .body(not(containsString(ben.sessionToken())));

        assertThat(Trail.of(ben)).containsExactly("record-read by Eva", "record-read by Eva");
        as(ben).get("/api/users/me/security-events")
                .then()
                .body("items.by", contains("administrator", "administrator"));
    }

    @Test
    void areForAdministratorsWithRightQuestions() {
        var ben = seed.person("Ben");

        as(ben).get("/api/auth/admin/users").then().statusCode(403);
        as(ben).get("/api/auth/admin/users/" + eva.id()).then().statusCode(403);
        anonymous().get("/api/auth/admin/users").then().statusCode(401);
        anonymous().get("/api/auth/admin/users/" + eva.id()).then().statusCode(401);
        as(eva).get("/api/auth/admin/users/nobody").then().statusCode(404);
        as(eva).queryParam("state", "happy")
                .get("/api/auth/admin/users")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("state"));
        assertThat(Trail.of(ben)).isEmpty();
    }
}
