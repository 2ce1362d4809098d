package club.panamia.auth.admin;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Those in ADMIN_EMAILS: in tests that is ada@example.org. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AdminResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void isGrantedAndHoldsWithTheNextRequest() {
        var eva = seed.admin("Eva");
        var ben = seed.person("Ben");
        as(ben).get("/api/auth/admin/users").then().statusCode(403);

        as(eva).put(path(ben)).then().statusCode(204);
        as(eva).put(path(ben)).then().statusCode(204);

        as(ben).get("/api/auth/admin/users").then().statusCode(200);
        assertThat(Trail.of(ben)).contains("admin-granted by Eva").doesNotHaveDuplicates();
        assertThat(events()).containsExactly("auth.user.admin-granted");
    }

    @Test
    void isRevokedTogetherWithTheSessionsSoThatNoTokenKeepsIt() {
        var eva = seed.admin("Eva");
        var ben = seed.admin("Ben");
        var program = Bearer.of(ben);
        program.calls().get("/api/auth/admin/users").then().statusCode(200);

        as(eva).delete(path(ben)).then().statusCode(204);

        as(ben).get("/api/auth/session").then().statusCode(401);
        program.calls().get("/api/auth/admin/users").then().statusCode(401);
        assertThat(Trail.of(ben)).contains("admin-revoked by Eva");
        assertThat(events()).containsExactly("auth.user.admin-revoked");
    }

    @Test
    void staysWithTheLastOneAndWithThoseWhoAreListed() {
        var eva = seed.admin("Eva");

        as(eva).delete(path(eva)).then().statusCode(409).body("type", is("/problems/last-admin"));
        as(eva).delete(path(seed.admin("Ada")))
                .then()
                .statusCode(409)
                .body("type", is("/problems/listed-admin"))
                .body("detail", containsString("ADMIN_EMAILS"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM users WHERE role = 'admin'"))
                .isEqualTo(2);
        assertThat(Trail.of(eva)).containsExactly("administration-refused by Eva: last-admin");
    }

    @Test
    void isAmongAdministratorsAboutPeopleWhoAreThere() {
        var ben = seed.person("Ben");

        as(ben).put(path(ben)).then().statusCode(403);
        as(ben).delete(path(ben)).then().statusCode(403);
        anonymous().put(path(ben)).then().statusCode(401);
        anonymous().delete(path(ben)).then().statusCode(401);
        var eva = seed.admin("Eva");
        as(eva).put("/api/auth/admin/users/nobody/admin").then().statusCode(404);
        as(eva).delete("/api/auth/admin/users/nobody/admin").then().statusCode(404);
    }

    @Test
    void isNotForSessionsThatASidecarIssued() {
        var eva = seed.admin("Eva");
        var shop = seed.session(eva.id(), "sidecar_shop", Duration.ofDays(1));

        withToken(shop).put(path(seed.person("Ben"))).then().statusCode(403);
    }

    private static String path(Person person) {
        return "/api/auth/admin/users/" + person.id() + "/admin";
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT type FROM internal.event ORDER BY id");
    }
}
