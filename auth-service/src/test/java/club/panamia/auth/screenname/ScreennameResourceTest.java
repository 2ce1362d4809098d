package club.panamia.auth.screenname;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ScreennameResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void isChosenChangedOnceAndThenKeptForNinetyDays() {
        var ana = seed.person("Ana");

        rename(ana, " Anita ").then().statusCode(204);
        as(ana).get("/api/users/me").then().body("screenname", is("Anita")).body("email", is("ana@example.org"));
        rename(ana, "ANITA").then().statusCode(204);
        rename(ana, "Anabel")
                .then()
                .statusCode(429)
                .body("type", is("/problems/screenname-cooldown"))
                .body("nextChangeAt", notNullValue());
        sql.run("UPDATE users SET last_screenname_change = now() - interval '91 days'");
        rename(ana, "Ana").then().statusCode(204);

        assertThat(
                        sql.list(
                                String.class,
                                "SELECT payload ->> 'screenname' FROM internal.event WHERE type = 'auth.screenname.changed' ORDER BY id"))
                .containsExactly("Anita", "ANITA", "Ana");
        as(ana).get("/api/users/me").then().body("nextScreennameChangeAt", notNullValue());
    }

    @Test
    void canBeTakenBackAndLeftAgainWithEveryFormerNameLeadingToThePresentOne() {
        var ana = seed.person("Aaa");

        for (var name : List.of("Bbb", "Aaa", "Ccc", "Bbb", "Aaa")) {
            sql.run("UPDATE users SET last_screenname_change = now() - interval '91 days'");
            rename(ana, name).then().statusCode(204);
        }

        as(ana).get("/api/users/me").then().body("screenname", is("Aaa"));
        assertThat(sql.list(String.class, "SELECT screenname FROM screenname_history ORDER BY 1"))
                .containsExactly("Bbb", "Ccc");
        assertThat(sql.list(String.class, "SELECT DISTINCT user_id FROM screenname_history"))
                .containsExactly(ana.id());
        assertThat(sql.list(
                        String.class,
                        "SELECT norm FROM internal.screenname_claim WHERE user_id = ? ORDER BY 1",
                        ana.id()))
                .containsExactly("aaa", "bbb", "ccc");
    }

    @Test
    void changesNothingWhereItIsTheSame() {
        var ana = seed.person("Ana");

        rename(ana, "Ana").then().statusCode(204);

        assertThat(sql.one(Integer.class, "SELECT version FROM users")).isZero();
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).isEmpty();
    }

    @Test
    void keepsArticlesAndPosts() {
        var ana = seed.person("Ana");
        seed.publishedArticle(ana, "hola");

        rename(ana, "Anita").then().statusCode(204);

        assertThat(sql.list(String.class, "SELECT slug FROM articles WHERE author_id = ?", ana.id()))
                .containsExactly("hola");
    }

    @Test
    void isChangedOnceByManyWindowsAtOnce() {
        var ana = seed.person("Ana");

        var answers = Race.of(8, i -> () -> rename(ana, "anita" + i).statusCode());

        assertThat(answers)
                .containsOnlyOnce(204)
                .filteredOn(status -> status == 429)
                .hasSize(7);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {" BOB ", "bob", "Bob", "admin", "PanaMia", "www", "review-queue", "Search", "new"})
    void isRefusedWhenSomebodyHasOrHadItOrItIsReserved(String wish) {
        var bob = seed.person("Bob");
        sql.run("UPDATE users SET screenname = 'Robert' WHERE id = ?", bob.id());

        rename(seed.person("Ana"), wish).then().statusCode(409).body("type", is("/problems/screenname-taken"));

        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-ab", "ab-", "a b", "añb", "a.b", "abcdefghijklmnopqrstuvwxy", "a\u0000b"})
    void isRefusedInAnotherForm(String wish) {
        rename(seed.person("Ana"), wish).then().statusCode(422).body("errors[0].path", is("/screenname"));
    }

    @Test
    void goesToOneOfManyWhoWantIt() {
        var people =
                IntStream.range(0, 20).mapToObj(i -> seed.person("person" + i)).toList();

        var answers = Race.of(
                20,
                i -> () ->
                        rename(people.get(i), i % 2 == 0 ? "wanted" : "Wanted").statusCode());

        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 409);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users WHERE lower(screenname) = 'wanted'"))
                .isOne();
    }

    @Test
    void isForSignedInPeople() {
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("screenname", "Ana"))
                .put("/api/users/me/screenname")
                .then()
                .statusCode(401);
    }

    private static Response rename(Person person, String wish) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("screenname", wish))
                .put("/api/users/me/screenname");
    }
}
