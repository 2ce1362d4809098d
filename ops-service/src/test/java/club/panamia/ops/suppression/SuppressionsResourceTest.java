package club.panamia.ops.suppression;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SuppressionsResourceTest {

    private static final String PATH = "/api/ops/mail/suppressions";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void listsAddressesNewestFirstInPages() {
        for (var i = 1; i <= 3; i++) {
            sql.run(
                    "INSERT INTO internal.mail_suppression (address, id, bounced_at) VALUES (?, ?, now())",
                    "a%d@example.org".formatted(i),
                    "p" + i);
        }
        var ada = seed.admin("Ada");

        var first = as(ada).get(PATH + "?limit=2").then().statusCode(200);

        first.body("items.id", contains("p3", "p2"))
                .body("items[0].bouncedAt", notNullValue())
                .body("items[0].complainedAt", nullValue());
        as(ada).queryParam("limit", 2)
                .queryParam("cursor", first.extract().<String>path("nextCursor"))
                .get(PATH)
                .then()
                .body("items.id", contains("p1"))
                .body("nextCursor", nullValue());
    }

    @Test
    void tellsWhoseAddressItIsThatItWasRead() {
        var ana = seed.person("Ana");
        sql.run("INSERT INTO internal.mail_suppression (address, bounced_at) VALUES ('ana@example.org', now())");

        as(seed.admin("Ada")).get(PATH).then().statusCode(200);

        assertThat(sql.one(
                        Long.class,
                        "SELECT count(*) FROM internal.security_event WHERE subject_id = ? AND action = 'record-read'",
                        ana.id()))
                .isEqualTo(1);
    }

    @Test
    void letsMailGoToAnAddressAgain() {
        sql.run(
                "INSERT INTO internal.mail_suppression (address, id, bounced_at) VALUES ('a@example.org', 'p1', now())");
        var ada = seed.admin("Ada");

        as(ada).delete(PATH + "/p1").then().statusCode(204);

        assertThat(sql.one(Boolean.class, "SELECT lifted_at > bounced_at FROM internal.mail_suppression"))
                .isTrue();
        as(ada).delete(PATH + "/p2").then().statusCode(404).body("type", is("/problems/not-found"));
    }

    @Test
    void isForAdministratorsOnly() {
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        as(seed.person("Eve")).delete(PATH + "/p1").then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
        as(seed.admin("Ada")).get(PATH + "?limit=0").then().statusCode(422);
    }
}
