package club.panamia.auth.screenname;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ScreennameCheckResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void saysThatANameIsFreeWithoutReservingIt() {
        check(anonymous(), " Anita ")
                .statusCode(200)
                .body("name", is("Anita"))
                .body("available", is(true))
                .body("$", not(hasKey("reason")));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.screenname_claim WHERE norm = 'anita'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ab, too-short",
        "abcdefghijklmnopqrstuvwxy, too-long",
        "a b, bad-characters",
        "añb, bad-characters",
        "a%b, bad-characters",
        "-abc, bad-ends",
        "abc_, bad-ends",
        "ADMIN, reserved",
        "review-queue, reserved",
        "sessions, reserved",
        "bob, taken",
        "' BOB ', taken",
        "robert, taken"
    })
    void saysWhyANameCannotBeHad(String name, String reason) {
        var bob = seed.person("Bob");
        sql.run("UPDATE users SET screenname = 'Robert' WHERE id = ?", bob.id());

        check(anonymous(), name).statusCode(200).body("available", is(false)).body("reason", is(reason));
        check(as(seed.person("Ana")), name).body("reason", is(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob", "bob", "ROBERT"})
    void knowsTheCallersOwnNames(String name) {
        var bob = seed.person("Bob");
        sql.run("UPDATE users SET screenname = 'Robert' WHERE id = ?", bob.id());

        check(as(bob), name).body("available", is(true));
        check(anonymous(), name).body("available", is(false));
    }

    @Test
    void wantsANameOfReasonableLength() {
        anonymous().get("/api/users/screenname-check").then().statusCode(422).body("errors[0].path", is("name"));
        check(anonymous(), "x".repeat(101)).statusCode(422).body("errors[0].path", is("name"));
    }

    @Test
    void isAskedThirtyTimesAMinuteByOnePersonOrAddress() {
        var ana = seed.person("Ana");
        for (var i = 0; i < 30; i++) {
            check(anonymous(), "name" + i).statusCode(200);
        }

        check(anonymous(), "another").statusCode(429).body("type", is("/problems/too-many-requests"));
        check(as(ana), "another").statusCode(200);
    }

    private static ValidatableResponse check(RequestSpecification caller, String name) {
        return caller.queryParam("name", name)
                .get("/api/users/screenname-check")
                .then();
    }
}
