package club.panamia.profile.transfer;

import static club.panamia.profile.transfer.Files.CSV;
import static club.panamia.profile.transfer.Files.JSON_LINES;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.csv.Csv;
import club.panamia.profile.Walk;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ExportResourceTest {

    private static final int ALL = Integer.MAX_VALUE;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person admin;

    @BeforeEach
    void aFewProfiles() {
        admin = seed.admin("Ada");
        Walk.create(
                        seed.person("Ana"),
                        Map.of(
                                "name",
                                "=HYPERLINK(\"http://evil.example\")",
                                "phoneNumber",
                                "+1 305 555 0100",
                                "pronouns",
                                "ella, \"she\"",
                                "locallyBased",
                                "yes",
                                "whatsappCommunity",
                                true,
                                "descriptions",
                                Map.of("details", "Two\nlines, ñandú", "tags", "bread, coffee"),
                                "socials",
                                Map.of("instagram", "@ana"),
                                "categories",
                                Map.of("clothing", true, "food", true),
                                "address",
                                Map.of("line1", "8 Calle Ocho", "lat", 25.7655, "lng", -80.219),
                                "gentedepana",
                                Map.of("code", "'=1", "percentage", "-10%")))
                .statusCode(201);
        sql.run("""
                UPDATE profiles SET audience = '{"email": "members", "address": "public"}',
                                    locations = '[{"name": "Kiosk, \\"the\\" one", "locality": "Hialeah", "lat": 25.8576, "lng": -80.2781}]'
                """);
        seed.approvedProfile(seed.person("Ben"));
        sql.run("UPDATE profiles SET counties = '{\"broward\": true, \"nowhere\": true}', hours = '{\"text\":"
                + " \"9-5\"}' WHERE active");
    }

    @ParameterizedTest
    @CsvSource({"profiles.csv, " + CSV, "profiles.jsonl, " + JSON_LINES})
    void isTheSameAfterComingBack(String file, String type) {
        var first = Files.export(admin, file);
        sql.run("DELETE FROM profiles");

        Files.bring(admin, "back", type, first).body("created", is(2)).body("problems.size()", is(0));

        assertThat(Files.export(admin, file)).isEqualTo(first);
    }

    /** What one format says the other says, too. */
    @Test
    void saysTheSameInBothFormats() {
        var csv = Files.export(admin, "profiles.csv");
        var jsonLines = Files.export(admin, "profiles.jsonl");
        sql.run("DELETE FROM profiles");

        Files.bring(admin, "back", JSON_LINES, jsonLines).body("created", is(2));

        assertThat(Files.export(admin, "profiles.csv")).isEqualTo(csv);
    }

    @Test
    void runsInNoSpreadsheet() {
        var rows = Csv.read(Files.export(admin, "profiles.csv"), ALL);

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().cells()).startsWith("email", "shown", "name");
        assertThat(rows.get(1).text())
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
                .contains("'+1 305 555 0100")
                .contains("'-80.219")
                .contains("'@ana")
                .contains("''=1")
                .contains("'-10%");
    }

    @Test
    void isAFileThatNobodyKeeps() {
        as(admin)
                .get("/api/profiles/exports/profiles.csv")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"profiles.csv\"")
                .header("Cache-Control", "no-store");
        as(admin)
                .get("/api/profiles/exports/profiles.jsonl")
                .then()
                .contentType(containsString("application/x-ndjson"))
                .header("Content-Disposition", "attachment; filename=\"profiles.jsonl\"");
    }

    @Test
    void bringsEveryPage() {
        sql.run("DELETE FROM profiles");
        sql.run("INSERT INTO profiles (email, name) SELECT 'p' || n || '@example.org', 'Person ' || n FROM"
                + " generate_series(1, 1203) n");

        assertThat(Files.export(admin, "profiles.jsonl").lines()).hasSize(1203).doesNotHaveDuplicates();
        sql.run("DELETE FROM profiles WHERE name > 'Person 5'");
        assertThat(Csv.read(Files.export(admin, "profiles.csv"), ALL)).hasSizeGreaterThan(100);
    }

    @Test
    void isEmptyWhereThereIsNobody() {
        sql.run("DELETE FROM profiles");

        assertThat(Files.export(admin, "profiles.jsonl")).isEmpty();
        assertThat(Csv.read(Files.export(admin, "profiles.csv"), ALL)).hasSize(1);
    }

    @Test
    void isForAdministrators() {
        for (var file : new String[] {"profiles.csv", "profiles.jsonl"}) {
            as(seed.person("Carla" + file.length()))
                    .get("/api/profiles/exports/" + file)
                    .then()
                    .statusCode(403);
            anonymous().get("/api/profiles/exports/" + file).then().statusCode(401);
        }
    }
}
