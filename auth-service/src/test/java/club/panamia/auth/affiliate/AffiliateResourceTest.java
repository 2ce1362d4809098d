package club.panamia.auth.affiliate;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AffiliateResourceTest {

    private static final String CODE = "CP[1-9A-HJKMNP-Z]{10}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void isEmptyUntilTheTermsAreAcceptedAndReadingWritesNothing() {
        var ana = seed.person("Ana");

        as(ana).get("/api/users/me/affiliate")
                .then()
                .statusCode(200)
                .body("activated", is(false))
                .body("points", is(0))
                .body("$", not(hasKey("code")));

        assertThat(sql.list(String.class, "SELECT affiliate FROM users WHERE affiliate IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void beginsWithTheTermsOnceHoweverOftenTheyAreAccepted() {
        var ana = seed.person("Ana");

        var first = accept(ana);
        var second = accept(ana);

        assertThat(first).matches(CODE).isEqualTo(second);
        as(ana).get("/api/users/me/affiliate")
                .then()
                .body("activated", is(true))
                .body("code", matchesPattern(CODE))
                .body("acceptedTermsAt", notNullValue())
                .body("tier", is(0));
        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'code' FROM internal.event WHERE type = 'auth.affiliate.terms-accepted'"))
                .containsExactly(first);
        assertThat(mails()).containsExactly("ada@example.org");
    }

    @Test
    void beginsOnceForManyAcceptancesAtTheSameMoment() {
        var ana = seed.person("Ana");

        var codes = Race.of(10, i -> () -> accept(ana));

        assertThat(codes).containsOnly(codes.getFirst());
        assertThat(sql.one(
                        Long.class, "SELECT count(*) FROM internal.event WHERE type = 'auth.affiliate.terms-accepted'"))
                .isOne();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void keepsACodeThatWasGivenBefore() {
        var ana = seed.person("Ana");
        sql.run(
                "UPDATE users SET affiliate = '{\"code\": \"CPABCDEFGH12\", \"activated\": false, \"tier\": 2, \"points\": 60}' WHERE id = ?",
                ana.id());

        assertThat(accept(ana)).isEqualTo("CPABCDEFGH12");
        as(ana).get("/api/users/me/affiliate").then().body("tier", is(2)).body("points", is(60));
    }

    @Test
    void hasACodeOfItsOwn() {
        sql.run(
                "UPDATE users SET affiliate = '{\"code\": \"CPABCDEFGH12\"}' WHERE id = ?",
                seed.person("Ana").id());

        assertThat(sql.refusal(
                                "UPDATE users SET affiliate = '{\"code\": \"CPABCDEFGH12\"}' WHERE id = ?",
                                seed.person("Ben").id())
                        .constraint())
                .isEqualTo("users_affiliate_code_key");
    }

    @Test
    void drawsCodesFromAllSymbolsAndNeverTwice() {
        var codes = IntStream.range(0, 2000)
                .mapToObj(i -> AffiliateCode.random().text())
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches(CODE));
        assertThat(String.join("", codes).chars().distinct().count()).isEqualTo(32);
    }

    @Test
    void isForTheSignedIn() {
        anonymous().get("/api/users/me/affiliate").then().statusCode(401);
        anonymous().put("/api/users/me/affiliate/terms").then().statusCode(401);
    }

    private static String accept(Person person) {
        return as(person)
                .put("/api/users/me/affiliate/terms")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    private List<String> mails() {
        return sql.list(
                String.class, "SELECT recipient FROM internal.mail_outbox WHERE template = 'staff-affiliate-joined'");
    }
}
