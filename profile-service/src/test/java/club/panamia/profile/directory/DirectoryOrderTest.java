package club.panamia.profile.directory;

import static club.panamia.profile.directory.ThreePeople.listed;
import static club.panamia.profile.directory.ThreePeople.names;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In which order people are listed. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class DirectoryOrderTest {

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void people() {
        ThreePeople.seed();
    }

    @Test
    void listsAllByName() {
        assertThat(names("")).containsExactly("Ávila Sastre", "Baptiste Bakery", "Rosa Márquez");
    }

    @Test
    void pagesWithoutLossAlsoWhereNamesAreEqual() {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, reviewed_at)
                SELECT 'n' || n || '@example.org', (ARRAY['Zoé', 'zoe', 'Ñandú', 'Nora'])[n % 4 + 1], 'approved', true, now()
                  FROM generate_series(1, 40) n
                """);

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = anonymous()
                    .queryParam("limit", 6)
                    .queryParam("cursor", cursor)
                    .get("/api/directory")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(
                        sql.list(String.class, "SELECT id FROM profiles WHERE active ORDER BY internal.fold(name), id"))
                .hasSize(43);
    }

    @Test
    void putsTheBestMatchFirst() {
        listed("Bread and Roses", "{}", "food", "broward");
        listed("Mill", "{'tags': 'bread'}", "food", "broward");
        listed("Oven", "{'details': 'We love bread'}", "food", "broward");

        assertThat(names("q", "bread"))
                .startsWith("Bread and Roses")
                .endsWith("Oven")
                .hasSize(4);
        assertThat(names("q", "bread", "sort", "name"))
                .containsExactly("Baptiste Bakery", "Bread and Roses", "Mill", "Oven");
    }

    @Test
    void putsTheNewestFirst() {
        sql.run("UPDATE profiles SET created_at = now() - interval '1 day' WHERE name LIKE 'Rosa%'");
        sql.run("UPDATE profiles SET created_at = now() + interval '1 day' WHERE name LIKE 'Bap%'");

        assertThat(names("sort", "newest")).containsExactly("Baptiste Bakery", "Ávila Sastre", "Rosa Márquez");
    }
}
