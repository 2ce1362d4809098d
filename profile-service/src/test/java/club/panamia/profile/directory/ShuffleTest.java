package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ShuffleTest {

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void forty() {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, verification)
                SELECT 'n' || n || '@example.org', 'Baker ' || n, 'approved', true,
                       CASE WHEN n > 30 THEN '{"panaVerified": true}'::jsonb ELSE '{}' END
                  FROM generate_series(1, 40) n
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "what ever", "ñ"})
    void goesAllTheWayRoundWhereverItBegins(String seed) {
        var order = Pages.ids("/api/directory?sort=shuffle&seed=" + seed, 7);

        assertThat(order).hasSize(40).doesNotHaveDuplicates();
        assertThat(Pages.ids("/api/directory?sort=shuffle&seed=" + seed, 13)).isEqualTo(order);
        assertThat(Pages.ids("/api/directory?q=baker&sort=shuffle&seed=" + seed, 40))
                .isEqualTo(order);
    }

    @Test
    void beginsElsewhereForAnotherSeed() {
        var first = new HashSet<String>();
        for (var seed : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            first.add(anonymous()
                    .get("/api/directory?sort=shuffle&limit=1&seed=" + seed)
                    .path("items[0].id"));
        }

        assertThat(first).hasSizeGreaterThan(3);
    }

    @Test
    void featuresVerifiedPeopleTheSameAllDay() {
        var today = anonymous()
                .get("/api/directory/featured")
                .then()
                .statusCode(200)
                .body("items", hasSize(6));

        assertThat(anonymous().get("/api/directory/featured").asString())
                .isEqualTo(today.extract().asString());
        assertThat(sql.list(String.class, "SELECT id FROM profiles WHERE verification <> '{}'"))
                .containsAll(today.extract().jsonPath().getList("items.id", String.class));
        anonymous().get("/api/directory/featured?limit=24").then().body("items", hasSize(10));
    }

    @Test
    void showsOthersEachTime() {
        var seen = new HashSet<Object>();
        for (var i = 0; i < 10; i++) {
            seen.add(anonymous()
                    .get("/api/directory/random?limit=3")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(3))
                    .header("ETag", nullValue())
                    .extract()
                    .path("items.id"));
        }

        assertThat(seen).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"featured?limit=0", "featured?limit=25", "random?limit=0", "random?limit=25"})
    void showsAFew(String list) {
        anonymous().get("/api/directory/" + list).then().statusCode(422).body("errors[0].path", is("limit"));
    }
}
