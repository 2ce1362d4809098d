package club.panamia.profile.directory;

import static club.panamia.profile.directory.ThreePeople.names;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DirectoryResourceTest {

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void people() {
        ThreePeople.seed();
    }

    @ParameterizedTest
    @CsvSource({
        "rosa,Rosa Márquez",
        "MARQUEZ,Rosa Márquez",
        "márq,Rosa Márquez",
        "ceramica,Rosa Márquez",
        "CERÁMI,Rosa Márquez",
        "workshops tiles,Rosa Márquez",
        "hand-built,Rosa Márquez",
        "marqez,Rosa Márquez",
        "'rosa marqes',Rosa Márquez",
        "baptiste bakry,Baptiste Bakery",
        "sastree,Ávila Sastre",
        "'\"before the sun\"',Baptiste Bakery",
        "'bread -rosa',Baptiste Bakery",
        "baptist bak,Baptiste Bakery",
        "avila,Ávila Sastre",
        "generations of tail,Ávila Sastre",
        "breads,Baptiste Bakery",
        "generation tailor,Ávila Sastre",
        "ceramicas,Rosa Márquez",
    })
    void findsByWordsPrefixAndTypo(String q, String name) {
        assertThat(names("q", q)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceramica bread",
                "hidden",
                "\"sun the before\"",
                "zzz",
                "!!!",
                "-",
                "'",
                "\"",
                "& | ! ( ) : *",
                "a' OR true --",
                "hidden@example.org",
                "305",
                "%",
                "\\",
                "<->",
                "category=food",
                "\"category=food\"",
            })
    void findsNobody(String q) {
        assertThat(names("q", q)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "category,art,Rosa Márquez",
        "category,apparel,Ávila Sastre",
        "category,accessories,Ávila Sastre",
        "county,miami_dade,Rosa Márquez",
    })
    void filters(String parameter, String value, String name) {
        assertThat(names(parameter, value)).containsExactly(name);
    }

    @Test
    void combinesWhatIsAskedFor() {
        assertThat(names("county", "broward")).containsExactly("Ávila Sastre", "Baptiste Bakery");
        assertThat(names("county", "broward", "category", "food")).containsExactly("Baptiste Bakery");
        assertThat(names("county", "broward", "category", "food", "q", "rosa")).isEmpty();
        assertThat(names("county", "", "category", " ", "q", "  ")).hasSize(3);
    }

    @Test
    void showsACardWithoutAnyContact() {
        var card = anonymous()
                .queryParam("q", "rosa")
                .get("/api/directory")
                .then()
                .statusCode(200)
                .body("items[0].screenname", is("rosa"))
                .body("items[0].locality", is("Miami"))
                .body("items[0].tags", is(List.of("tiles", "workshops")))
                .body("items[0].categories", is(List.of("art")))
                .body("items[0].counties", is(List.of("miami_dade")))
                .body("nextCursor", nullValue())
                .extract();

        assertThat(card.jsonPath().getMap("items[0]").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "id", "screenname", "name", "details", "tags", "categories", "counties", "locality", "badges");
        assertThat(card.asString()).doesNotContain("@").doesNotContain("305");
    }

    @Test
    void leavesOutLockedPeople() {
        sql.run("UPDATE users SET locked_at = now()");

        assertThat(names("q", "rosa")).isEmpty();
    }

    @Test
    void findsEachOfSeveralCategoriesAndCounties() {
        assertThat(names("category", "art", "category", "food")).containsExactly("Baptiste Bakery", "Rosa Márquez");
        assertThat(names("county", "broward", "county", "miami_dade")).hasSize(3);
    }

    @Test
    void findsATownHoweverItIsSpelled() {
        assertThat(names("locality", "MIÁMI")).containsExactly("Rosa Márquez");
        assertThat(names("locality", "Mia")).isEmpty();
    }

    @Test
    void findsMentorsByLanguageAndExpertise() {
        sql.run("""
                UPDATE profiles SET mentoring = '{"enabled": true, "languages": ["es", "en"], "expertise": ["Tiles", "Cerámica"]}' WHERE name LIKE 'Rosa%'
                """);
        sql.run("""
                UPDATE profiles SET mentoring = '{"enabled": false, "languages": ["es"], "expertise": ["Bread"]}' WHERE name LIKE 'Bap%'
                """);

        assertThat(names("mentors", "true")).containsExactly("Rosa Márquez");
        assertThat(names("language", "es")).containsExactly("Rosa Márquez");
        assertThat(names("language", "es", "expertise", "Tiles")).containsExactly("Rosa Márquez");
        assertThat(names("expertise", "Bread")).isEmpty();
        assertThat(names("expertise", "CERAMICA", "language", "ES")).containsExactly("Rosa Márquez");
        assertThat(names("expertise", "es")).isEmpty();
        assertThat(names("expertise", "tile")).isEmpty();
        assertThat(names("mentors", "false")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "category,juggling",
        "county,monroe",
        "cursor,nonsense",
        "limit,101",
        "sort,best",
        "sort,relevance",
        "sort,distance",
        "zip,3313",
        "zip,miami",
        "lng,-80.1",
        "radius,0",
        "radius,101",
    })
    void refusesWhatItDoesNotKnow(String parameter, String value) {
        anonymous()
                .queryParam(parameter, value)
                .get("/api/directory")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].path", is(parameter.equals("lng") ? "lat" : parameter))
                .body("errors[0].message", notNullValue());
    }

    @Test
    void refusesEndlessAndUnstorableWords() {
        anonymous()
                .queryParam("q", "x".repeat(101))
                .get("/api/directory")
                .then()
                .statusCode(422);
        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/directory?q=a%00b")
                .then()
                .statusCode(400);
    }
}
