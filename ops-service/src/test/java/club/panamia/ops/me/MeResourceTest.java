package club.panamia.ops.me;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MeResourceTest {

    private final Seed seed = new Seed();

    @Test
    void saysWhoIsAsking() {
        var ada = seed.admin("Ada");

        as(ada).get("/api/ops/me")
                .then()
                .statusCode(200)
                .body("userId", is(ada.id()))
                .body("screenname", is("Ada"))
                .body("roles", contains("admin", "member"));
    }

    @Test
    void knowsPeopleWithoutAScreenname() {
        var ana = seed.person("Ana");
        TestDatabase.get().sql().run("UPDATE users SET screenname = NULL WHERE id = ?", ana.id());

        as(ana).get("/api/ops/me").then().statusCode(200).body("screenname", nullValue());
    }

    @Test
    void knowsNobodyWithoutASession() {
        anonymous().get("/api/ops/me").then().statusCode(401).body("type", is("/problems/not-signed-in"));
    }
}
