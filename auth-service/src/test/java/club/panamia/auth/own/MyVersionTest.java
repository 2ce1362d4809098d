package club.panamia.auth.own;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two windows that change the same account. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class MyVersionTest {

    private static final String MERGE_PATCH = "application/merge-patch+json;charset=UTF-8";
    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void wantsToKnowWhichVersionIsChanged() {
        var ana = seed.person("Ana");

        change(ana, null, "{\"name\": \"Eve\"}").statusCode(428).body("type", is("/problems/version-required"));
        for (var stale : new String[] {"\"7\"", "W/\"0\"", "0", "nonsense"}) {
            change(ana, stale, "{\"name\": \"Eve\"}").statusCode(412).body("type", is("/problems/stale-version"));
        }

        assertThat(sql.one(String.class, "SELECT name FROM users")).isEqualTo("Person Ana");
    }

    @Test
    void noticesAWriterThatKnowsNothingOfVersions() {
        var ana = seed.person("Ana");
        sql.run("UPDATE users SET name = 'Written elsewhere'");

        change(ana, "\"0\"", "{\"name\": \"Ana\"}").statusCode(412);
        change(ana, "\"1\"", "{\"name\": \"Ana\"}").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void letsOneOfManyWindowsWinAndTellsTheOthers() {
        var ana = seed.person("Ana");

        var answers = Race.of(
                8,
                runner -> () -> change(ana, "\"0\"", "{\"name\": \"Ana %d\"}".formatted(runner))
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 412)
                .hasSize(7);
        assertThat(sql.one(Integer.class, "SELECT version FROM users")).isEqualTo(1);
    }

    private static ValidatableResponse change(Person person, @Nullable String ifMatch, String patch) {
        var request = as(person).contentType(MERGE_PATCH).body(patch);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/api/users/me")
                .then();
    }
}
