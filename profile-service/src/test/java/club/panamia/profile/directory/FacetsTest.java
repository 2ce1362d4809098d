package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FacetsTest {

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void people() {
        profile("Ana Clay", "{'art': true, 'digital_art': true, 'food': false}", "{'broward': true}", "Miami", "es");
        profile("Ben Clay", "{'apparel': true}", "{'broward': true, 'miami_dade': true}", "Miami", "en");
        profile("Cas Bread", "{'clothing': true, 'food': true}", "{'monroe': true}", "MIÁMI", null);
        profile("Dee Bread", "{}", "{}", null, "ES");
        sql.run("""
                INSERT INTO profiles (email, name, categories, counties, address_locality)
                VALUES ('draft@example.org', 'Draft', '{"art": true}', '{"broward": true}', 'Miami')
                """);
    }

    @Test
    void countsEverybodyInTodaysWords() {
        anonymous()
                .get("/api/directory/facets")
                .then()
                .statusCode(200)
                .body("total", is(4))
                .body("sampled", is(false))
                .body("categories.value", contains("apparel", "art", "food"))
                .body("categories.count", contains(2, 1, 1))
                .body("counties.value", contains("broward", "miami_dade"))
                .body("counties.count", contains(2, 1))
                .body("localities.value", contains("Miami"))
                .body("localities.count", contains(3))
                .body("languages.count", contains(2, 1))
                .body("languages.value[1]", is("en"))
                .body("mentors", is(3));
    }

    @Test
    void countsWhomTheSameSearchFinds() {
        anonymous()
                .get("/api/directory/facets?q=clay&category=accessories")
                .then()
                .body("total", is(1))
                .body("categories.value", contains("apparel"))
                .body("languages.value", contains("en"));
        anonymous()
                .get("/api/directory/facets?q=nobody")
                .then()
                .body("total", is(0))
                .body("categories", empty())
                .body("mentors", is(0));
    }

    @Test
    void agreesWithTheListForEveryCount() {
        for (var category : List.of("apparel", "art", "food")) {
            var listed = Pages.ids("/api/directory?category=" + category, 20).size();

            assertThat(anonymous()
                            .get("/api/directory/facets?category=" + category)
                            .then()
                            .extract()
                            .jsonPath()
                            .getInt("categories.find { it.value == '%s' }.count".formatted(category)))
                    .isEqualTo(listed);
        }
    }

    @Test
    void saysSoWhereItCountedASample() {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, categories)
                SELECT 'n' || n || '@example.org', 'Crowd ' || n, 'approved', true, '{"tech": true}' FROM generate_series(1, 10000) n
                """);

        anonymous()
                .get("/api/directory/facets")
                .then()
                .statusCode(200)
                .body("total", is(10000))
                .body("sampled", is(true));
        anonymous().get("/api/directory/facets?category=art").then().body("sampled", is(false));
    }

    @Test
    void canBeKeptAndCompared() {
        var tag = anonymous().get("/api/directory/facets").header("ETag");

        anonymous()
                .header("If-None-Match", tag)
                .get("/api/directory/facets")
                .then()
                .statusCode(304);
        anonymous()
                .get("/api/directory/facets?category=juggling")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("category"));
    }

    private void profile(String name, String categories, String counties, String locality, String language) {
        sql.run(
                """
                INSERT INTO profiles (email, name, status, active, categories, counties, address_locality, mentoring)
                VALUES (md5(?) || '@example.org', ?, 'approved', true, ?::jsonb, ?::jsonb, ?,
                        jsonb_build_object('enabled', ?::text IS NOT NULL, 'languages', jsonb_build_array(?::text, 7)))
                """,
                name,
                name,
                categories.replace('\'', '"'),
                counties.replace('\'', '"'),
                locality,
                language,
                language);
    }
}
