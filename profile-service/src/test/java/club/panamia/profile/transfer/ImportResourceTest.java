package club.panamia.profile.transfer;

import static club.panamia.profile.transfer.Files.CSV;
import static club.panamia.profile.transfer.Files.JSON_LINES;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ImportResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person admin;

    @BeforeEach
    void anAdmin() {
        admin = seed.admin("Ada");
    }

    @Test
    void makesProfilesThatNobodyOwns() {
        Files.bring(
                        admin,
                        "spring",
                        JSON_LINES,
                        """
                        {"email": "Ana@Example.org", "name": "Ana", "shown": true, "categories": {"clothing": true, "food": false},
                         "address": {"locality": "Miami", "lat": 25.7655, "lng": -80.219}}
                        """.replace("\n", " ") + "\n{\"email\": \"ben@example.org\", \"name\": \"Ben\"}\n")
                .statusCode(200)
                .body("state", is("finished"))
                .body("records", is(2))
                .body("created", is(2))
                .body("problems", empty());

        assertThat(profiles())
                .containsExactly(
                        "ana@example.org approved t {\"apparel\": true} -80.2190000", "ben@example.org draft f {}");
        assertThat(sql.list(String.class, "SELECT user_id FROM profiles WHERE user_id IS NOT NULL"))
                .isEmpty();
        assertThat(sql.one(String.class, "SELECT reviewed_by FROM profiles WHERE active"))
                .isEqualTo(admin.id());
        assertThat(sql.one(String.class, "SELECT geo #>> '{coordinates,0}' FROM profiles WHERE active"))
                .isEqualTo("-80.2190000");
    }

    @Test
    void understandsOlderFiles() {
        Files.bring(admin, "old", JSON_LINES, """
            {"email": "ana@example.org", "name": "Ana", "slug": "ana", "five_words": "bakes bread", "phone_number": "305 555 0100", "primary_address": {"street1": "8 Calle Ocho", "city": "Miami", "zipcode": "33135"}}
            """).body("problems", empty());
        Files.bring(admin, "older", CSV, "Name,Email,Phone,Handle\r\nBen,ben@example.org,'+1 305 555 0101,ben\r\n")
                .body("problems", empty());

        assertThat(sql.list(
                        String.class,
                        "SELECT concat_ws('|', name, phone_number, address_line1, address_locality,"
                                + " address_postal_code, descriptions ->> 'fiveWords') FROM profiles ORDER BY name"))
                .containsExactly("Ana|305 555 0100|8 Calle Ocho|Miami|33135|bakes bread", "Ben|+1 305 555 0101");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"Ana\"}                                                          | /email",
                "{\"email\": \"ana\", \"name\": \"Ana\"}                                      | /email",
                "{\"email\": \"a@b.org\"}                                                     | /name",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"shown\": \"maybe\"}            | /shown",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"colour\": \"red\"}             | /colour",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"categories\": {\"x\": true}}   | /categories/x",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"address\": {\"lat\": \"NaN\", \"lng\": 0}} |"
                        + " /address/lat",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"address\": {\"lat\": 91, \"lng\": 0}}      |"
                        + " /address/lat",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"socials\": {\"website\": \"javascript:alert(1)\"}} |"
                        + " /socials/website",
                "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"descriptions\": []}            | /descriptions",
                "[]                                                                           | ''",
                "{\"email\":                                                                  | ''"
            })
    void saysWhereARecordIsWrong(String record, String path) {
        var file = "\n" + record + "\n{\"email\": \"ben@example.org\", \"name\": \"Ben\"}";

        Files.check(admin, JSON_LINES, file)
                .statusCode(200)
                .body("state", is("checked"))
                .body("records", is(2))
                .body("created", is(1))
                .body("problems.line", contains(2))
                .body("problems.path", contains(path));
        assertThat(profiles()).isEmpty();

        Files.bring(admin, "spring", JSON_LINES, file).body("created", is(1)).body("problems.path", contains(path));
        assertThat(profiles()).hasSize(1);
    }

    /** A pair that is not whole is told by the database, and its file goes no further. */
    @Test
    void takesCoordinatesInPairsOnly() {
        var file = "{\"email\": \"a@b.org\", \"name\": \"Ana\", \"address\": {\"lat\": 1}}";

        Files.check(admin, JSON_LINES, file).body("problems.path", contains("/address"));
        Files.bring(admin, "spring", JSON_LINES, file).statusCode(200).body("problems.path", contains("/address"));
        assertThat(profiles()).isEmpty();
    }

    @Test
    void tellsDuplicatesInTheFileAndInTheHouse() {
        seed.approvedProfile(seed.person("Ana"));
        var file = """
            name,email
            Ana,ANA@example.org
            Ben,ben@example.org
            Ben again,Ben@example.org
            """;

        Files.check(admin, CSV, file).body("created", is(1)).body("problems.line", contains(2, 4));
        Files.bring(admin, "spring", CSV, file)
                .body("created", is(1))
                .body("problems.line", contains(2, 4))
                .body("problems.message", contains("has a profile already", "has a profile already"));
        assertThat(sql.one(String.class, "SELECT name FROM profiles WHERE email = 'ben@example.org'"))
                .isEqualTo("Ben");
    }

    @Test
    void refusesFilesThatMakeNoSense() {
        Files.bring(admin, "a", CSV, "name,colour\nAna,red\n").statusCode(422).body("errors[0].path", is("/2"));
        Files.bring(admin, "a", CSV, "name,email,name\n").statusCode(422).body("errors[0].path", is("/3"));
        Files.bring(admin, "a b", CSV, "name,email\n").statusCode(422).body("errors[0].path", is("importId"));
        Files.bring(admin, "a", "application/json", "[]").statusCode(415);
        Files.bring(admin, "a", CSV, "name,email\nAna\n")
                .statusCode(200)
                .body("problems.message", contains("has 1 cells instead of 2"));
        Files.check(admin, CSV, "name,email\nA \"b\",a@example.org\n\n\"B,b@example.org\n")
                .body("problems.line", contains(2, 4))
                .body("problems.message", contains("has a quote within a cell", "has a quote that is never closed"));
        as(admin)
                .header("Content-Type", CSV)
                .body(new byte[] {'n', (byte) 0xff})
                .put("/api/profiles/imports/c")
                .then()
                .statusCode(400);
        Files.bring(admin, "b", CSV, "name,email\n" + "A,b\n".repeat(10_001)).statusCode(422);
        Files.bring(admin, "b", CSV, "").statusCode(200).body("records", is(0));

        assertThat(profiles()).isEmpty();
    }

    @Test
    void keepsTheFirstThousandProblems() {
        var file = "name,email\n" + "Ana,nowhere\n".repeat(1200);

        Files.bring(admin, "spring", CSV, file).body("records", is(1200)).body("problems", hasSize(1000));
        Files.check(admin, CSV, file).body("problems", hasSize(1000));
    }

    @Test
    void isForAdministrators() {
        var ana = seed.person("Ana");

        Files.bring(ana, "spring", CSV, people(1)).statusCode(403);
        Files.check(ana, CSV, people(1)).statusCode(403);
        as(ana).get("/api/profiles/imports/spring").then().statusCode(403);
        anonymous()
                .header("Content-Type", CSV)
                .body("x")
                .put("/api/profiles/imports/a")
                .then()
                .statusCode(401);
        anonymous()
                .header("Content-Type", CSV)
                .body("x")
                .post("/api/profiles/imports/a/check")
                .then()
                .statusCode(401);
        anonymous().get("/api/profiles/imports/a").then().statusCode(401);
        as(admin)
                .get("/api/profiles/imports/never")
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-import"));

        assertThat(profiles()).isEmpty();
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj("Person %1$03d,person-%1$d@example.org"::formatted)
                .collect(Collectors.joining("\n", "name,email\n", "\n"));
    }

    private List<String> profiles() {
        return sql.list(
                String.class,
                "SELECT concat_ws(' ', email, status, active, categories, address_lng) FROM profiles ORDER BY email");
    }
}
