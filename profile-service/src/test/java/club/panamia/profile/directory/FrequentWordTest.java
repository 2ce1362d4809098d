package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three thousand mention a word; a few are called so. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FrequentWordTest {

    @BeforeEach
    void seed() {
        TestDatabase.get().sql().run("""
                INSERT INTO profiles (email, name, status, active, descriptions, categories, counties)
                SELECT 'p' || n || '@example.org',
                       CASE WHEN n IN (1, 3000) THEN 'Murals ' || n WHEN n = 2999 THEN 'Mural Ana' ELSE 'Person ' || n END,
                       'approved', true,
                       jsonb_build_object('details', 'We paint murals'),
                       jsonb_build_object(CASE WHEN n % 1000 = 7 THEN 'music' ELSE 'art' END, true),
                       jsonb_build_object(CASE WHEN n % 2 = 0 THEN 'broward' ELSE 'miami_dade' END, true)
                  FROM generate_series(1, 3000) n
                """);
    }

    @Test
    void comesAfterTheNamesWhereverTheyStand() {
        assertThat(page("q=murals").getList("items.name", String.class).subList(0, 3))
                .containsExactlyInAnyOrder("Murals 1", "Murals 3000", "Mural Ana");
    }

    @Test
    void isFoundInRareCompanyAmongAllWhoHaveIt() {
        assertThat(page("q=murals&category=music&county=miami_dade").getList("items.name", String.class))
                .containsExactlyInAnyOrder("Person 7", "Person 1007", "Person 2007");
    }

    @Test
    void leadsThroughPagesOnWhichNobodyStandsTwice() {
        var seen = new HashSet<String>();
        var items = 0;
        var after = "";
        for (var page = 0; page < 5; page++) {
            var found = page("q=murals&limit=100" + after);
            seen.addAll(found.getList("items.id", String.class));
            items += found.getList("items").size();
            after = "&cursor=" + found.getString("nextCursor");
        }

        assertThat(seen).hasSize(500).hasSize(items);
    }

    @Test
    void isCountedWhereverItStands() {
        var facets = anonymous()
                .get("/api/directory/facets?q=murals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(facets.getInt("total")).isEqualTo(3000);
    }

    private static JsonPath page(String query) {
        return anonymous()
                .get("/api/directory?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
