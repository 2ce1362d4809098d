package club.panamia.profile.transfer;

import static club.panamia.profile.transfer.Files.CSV;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.secret.Sha256;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file that is sent again, whole or in parts. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class RepeatedImportTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person admin;

    @BeforeEach
    void anAdmin() {
        admin = seed.admin("Ada");
    }

    @Test
    void goesOnWhereItStopped() {
        Files.bring(admin, "spring", CSV, people(250)).body("created", is(250));
        // As if the service had died after the second batch.
        var digest = digestOf(people(200));
        sql.run("DELETE FROM profiles WHERE name >= 'Person 200'");
        sql.run(
                "UPDATE internal.profile_import SET state = 'running', records = 200, created = 200, digest = ?",
                digest);
        as(admin)
                .get("/api/profiles/imports/spring")
                .then()
                .body("state", is("running"))
                .body("records", is(200));

        Files.bring(admin, "spring", CSV, people(250))
                .body("state", is("finished"))
                .body("records", is(250))
                .body("created", is(250))
                .body("problems", empty());

        assertThat(profiles()).hasSize(250);
    }

    @Test
    void doesNothingTwice() {
        Files.bring(admin, "spring", CSV, people(150)).body("created", is(150));
        sql.run("DELETE FROM profiles");

        Files.bring(admin, "spring", CSV, people(150)).body("created", is(150)).body("problems", empty());

        assertThat(profiles()).isEmpty();
    }

    @Test
    void refusesAnotherFileUnderTheSameId() {
        Files.bring(admin, "spring", CSV, people(3)).statusCode(200);

        Files.bring(admin, "spring", CSV, people(3).replace("Person 001", "Someone"))
                .statusCode(409)
                .body("type", is("/problems/import-of-another-file"));
        Files.bring(admin, "spring", CSV, people(2)).statusCode(409);
        Files.bring(admin, "spring", CSV, people(4)).statusCode(200).body("created", is(4));
    }

    /** Two browsers, or one that lost patience. */
    @Test
    void hasItsEffectOnceWhenSentTwiceAtOnce() {
        var statuses = Race.of(4, runner -> (Callable<Integer>)
                () -> Files.bring(admin, "spring", CSV, people(350)).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(profiles()).hasSize(350);
        as(admin)
                .get("/api/profiles/imports/spring")
                .then()
                .body("records", is(350))
                .body("created", is(350))
                .body("problems", empty());
    }

    /** Two imports bring the same people: each person once, and the other import says so. */
    @Test
    void makesNobodyTwice() {
        Race.of(2, runner -> (Callable<Integer>) () -> Files.bring(admin, "import-" + runner, CSV, people(150))
                .extract()
                .statusCode());

        assertThat(profiles()).hasSize(150);
        assertThat(sql.one(Long.class, "SELECT sum(created) FROM internal.profile_import"))
                .isEqualTo(150);
        assertThat(sql.one(Long.class, "SELECT sum(jsonb_array_length(problems)) FROM internal.profile_import"))
                .isEqualTo(150);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj("Person %1$03d,person-%1$d@example.org"::formatted)
                .collect(Collectors.joining("\n", "name,email\n", "\n"));
    }

    private static String digestOf(String file) {
        var digest = "";
        for (var row : file.lines().skip(1).toList()) {
            digest = Sha256.hex(digest + row);
        }
        return digest;
    }

    private List<String> profiles() {
        return sql.list(
                String.class,
                "SELECT concat_ws(' ', email, status, active, categories, address_lng) FROM profiles ORDER BY email");
    }
}
