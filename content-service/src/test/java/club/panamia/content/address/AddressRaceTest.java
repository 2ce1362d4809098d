package club.panamia.content.address;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AddressRaceTest {

    private static final int RUNNERS = 6;

    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @BeforeEach
    void drafts() {
        ana = new Seed().person("ana");
        for (var i = 0; i < RUNNERS; i++) {
            Walk.draft(ana, "Draft of " + (char) ('a' + i));
        }
    }

    @Test
    void givesAnAddressToOneOfThoseWhoWantIt() {
        var answers = Race.of(RUNNERS, i -> () -> move("draft-of-" + (char) ('a' + i), "wanted"));

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(RUNNERS - 1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles WHERE slug = 'wanted'"))
                .isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.article_address"))
                .isEqualTo(1);
        assertThat(Walk.events()).filteredOn("content.article.moved"::equals).hasSize(1);
    }

    @Test
    void losesNothingWhenOneArticleMovesTwiceAtOnce() {
        var answers = Race.of(2, i -> () -> move("draft-of-a", "way-" + i));

        assertThat(answers).containsExactlyInAnyOrder(200, 404);
        assertThat(sql.list(String.class, "SELECT slug FROM internal.article_address"))
                .containsExactly("draft-of-a");
    }

    @Test
    void neverLetsANewArticleAndAMovedOneShareAnAddress() {
        Race.of(
                RUNNERS,
                i -> () -> i % 2 == 0
                        ? move("draft-of-" + (char) ('a' + i), "wanted")
                        : Walk.draft(ana, "Wanted").length());

        assertThat(sql.list(String.class, """
            SELECT slug FROM (SELECT slug FROM articles UNION ALL SELECT slug FROM internal.article_address) every
             GROUP BY slug HAVING count(*) > 1
            """)).isEmpty();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles WHERE title = 'Wanted'"))
                .isEqualTo(3);
    }

    private int move(String slug, String wanted) {
        return Walk.put(ana, Walk.path(slug, "/address"), Map.of("slug", wanted))
                .extract()
                .statusCode();
    }
}
