package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DirectoryLimitTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void countsSearchesAndCountsOfAnAddressTogether() {
        answered(anonymous(), "/api/directory");
        theMinuteIsUsedUp();

        refused(anonymous(), "/api/directory");
        refused(anonymous(), "/api/directory/facets");
        assertThat(sql.list(String.class, "SELECT key FROM internal.rate_limit"))
                .singleElement()
                .asString()
                .startsWith("directory:")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void countsAMemberApartFromTheirAddress() {
        var seed = new Seed();
        var ana = seed.person("Ana");
        answered(as(ana), "/api/directory/facets");
        theMinuteIsUsedUp();

        refused(as(ana), "/api/directory");
        answered(as(seed.person("Ben")), "/api/directory");
        answered(anonymous(), "/api/directory");
    }

    @Test
    void leavesTheHomePageAlone() {
        answered(anonymous(), "/api/directory");
        theMinuteIsUsedUp();

        answered(anonymous(), "/api/directory/featured");
        answered(anonymous(), "/api/directory/random");
    }

    @Test
    void beginsAnewWithTheNextMinute() {
        answered(anonymous(), "/api/directory");
        theMinuteIsUsedUp();
        sql.run("UPDATE internal.rate_limit SET window_end = now()");

        answered(anonymous(), "/api/directory");
    }

    private void theMinuteIsUsedUp() {
        sql.run("UPDATE internal.rate_limit SET used = 100000");
    }

    private static void answered(RequestSpecification caller, String path) {
        caller.get(path).then().statusCode(200);
    }

    private static void refused(RequestSpecification caller, String path) {
        caller.get(path)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("type", is("/problems/too-many-requests"));
    }
}
