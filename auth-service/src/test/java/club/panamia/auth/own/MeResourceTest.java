package club.panamia.auth.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MeResourceTest {

    private static final String MERGE_PATCH = "application/merge-patch+json;charset=UTF-8";
    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsMyAccountWithItsVersion() {
        var ana = seed.person("Ana");

        as(ana).get("/api/users/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .header("Cache-Control", containsString("no-store"))
                .body("id", is(ana.id()))
                .body("email", is(ana.email()))
                .body("name", is("Person Ana"))
                .body("accountType", is("personal"))
                .body("alternateEmails", empty())
                .body("notificationPreferences.size()", is(10))
                .body("notificationPreferences.values()", everyItem(is(true)))
                .body("$", not(hasKey("nextScreennameChangeAt")));
    }

    @Test
    void keepsWhatIsAbsentAndClearsWhatIsNull() {
        var ana = seed.person("Ana");
        change(ana, "\"0\"", """
                        {"name": " Ana  María ", "zipCode": "33135-1234", "accountType": "small_business",
                         "image": "https://images.example.org/ana.png?size=2",
                         "notificationPreferences": {"mentions": false, "articleReplies": false}}
                        """).statusCode(200);

        change(ana, "\"1\"", """
                        {"name": null, "accountType": null, "notificationPreferences": {"mentions": null}}
                        """)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("$", not(hasKey("name")))
                .body("zipCode", is("33135-1234"))
                .body("image", is("https://images.example.org/ana.png?size=2"))
                .body("accountType", is("personal"))
                .body("notificationPreferences.mentions", is(true))
                .body("notificationPreferences.articleReplies", is(false));

        var row = sql.rows("SELECT name, zip_code, notification_preferences ->> 'articleReplies' AS replies FROM users")
                .getFirst();
        assertThat(row)
                .containsEntry("name", null)
                .containsEntry("zip_code", "33135-1234")
                .containsEntry("replies", "false");
    }

    @Test
    void changesNothingAndNoVersionWhereThePatchSaysNothingNew() {
        var ana = seed.person("Ana");

        change(ana, "\"0\"", "{}").statusCode(200).header("ETag", "\"0\"");
        change(ana, "\"0\"", "{\"name\": \" Person Ana \", \"zipCode\": \"\", \"notificationPreferences\": null}")
                .statusCode(200)
                .header("ETag", "\"0\"");

        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).isEmpty();
    }

    @Test
    void tellsOnceThatSomebodyWantsToBeToldOfOtherThings() {
        var ana = seed.person("Ana");

        change(ana, "*", "{\"notificationPreferences\": {\"newFollower\": false}}")
                .statusCode(200);
        change(ana, "*", "{\"notificationPreferences\": {\"newFollower\": false}}")
                .statusCode(200);
        change(ana, "*", "{\"name\": \"Ana\"}").statusCode(200);

        var event = sql.rows("SELECT type, actor_id, payload::text AS payload FROM internal.event");
        assertThat(event).hasSize(1);
        assertThat(event.getFirst())
                .containsEntry("type", "auth.user.preferences-changed")
                .containsEntry("actor_id", ana.id())
                .containsEntry("payload", "{\"userId\": \"%s\"}".formatted(ana.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': ':61'} | /name",
                "{'name': 'A\\u0000na'} | /name",
                "{'name': 'A\\ud800na'} | /name",
                "{'name': {'first': 'Ana'}} | /name",
                "{'zipCode': '12345678901'} | /zipCode",
                "{'zipCode': '<33135>'} | /zipCode",
                "{'accountType': 'king'} | /accountType",
                "{'image': 'http://images.example.org/ana.png'} | /image",
                "{'image': 'javascript:alert(1)'} | /image",
                "{'image': 'https://ana@evil.example/x.png'} | /image",
                "{'image': '//evil.example/x.png'} | /image",
                "{'image': '/media/../x.png'} | /image",
                "{'image': '/media/profile/not-mine.png'} | /image",
                "{'image': 'https://images.example.org/:2048'} | /image",
                "{'notificationPreferences': {'marketing': true}} | /notificationPreferences/marketing",
                "{'notificationPreferences': {'mentions': 'maybe'}} | /notificationPreferences/mentions",
                "{'notificationPreferences': []} | /notificationPreferences",
                "{'role': 'admin'} | /role",
                "{'email': 'eve@example.org'} | /email",
                "{'screenname': 'Eve'} | /screenname"
            })
    void refusesWhatIsNotAcceptableAndNamesThePlace(String patch, String path) {
        var ana = seed.person("Ana");
        var body = patch.replace('\'', '"').replace(":61", "x".repeat(61)).replace(":2048", "x".repeat(2048));

        change(ana, "\"0\"", body)
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].path", is(path));

        assertThat(sql.one(Integer.class, "SELECT version FROM users")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"text\"", "{", "{\"name\""})
    void refusesWhatIsNoMergePatch(String body) {
        var answer = change(seed.person("Ana"), "\"0\"", body).extract();

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void takesAnImageOfMyOwnProfile() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        seed.approvedProfile(ana);
        sql.run("UPDATE profiles SET images = '{\"primary\": {\"url\": \"/media/profile/ana.png\"}}'");

        change(ana, "\"0\"", "{\"image\": \"/media/profile/ana.png\"}")
                .statusCode(200)
                .body("image", is("/media/profile/ana.png"));
        change(ben, "\"0\"", "{\"image\": \"/media/profile/ana.png\"}")
                .statusCode(422)
                .body("errors[0].path", is("/image"));
    }

    @Test
    void letsALongerNameFromElsewhereStand() {
        var ana = seed.person("Ana");
        sql.run("UPDATE users SET name = repeat('A', 100), image = 'http://old.example/ana.png'");

        change(ana, "*", "{\"zipCode\": \"33135\"}").statusCode(200).body("name", is("A".repeat(100)));
    }

    @Test
    void isForItsOwnerOnPagesOfOurs() {
        var ana = seed.person("Ana");

        anonymous().get("/api/users/me").then().statusCode(401);
        anonymous()
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{}")
                .patch("/api/users/me")
                .then()
                .statusCode(401);
        io.restassured.RestAssured.given()
                .cookie(Callers.COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .header("If-Match", "*")
                .contentType(MERGE_PATCH)
                .body("{\"name\": \"Eve\"}")
                .patch("/api/users/me")
                .then()
                .statusCode(403)
                .body("type", is("/problems/wrong-origin"));
        as(ana).contentType("application/json")
                .header("If-Match", "*")
                .body("{}")
                .patch("/api/users/me")
                .then()
                .statusCode(415);

        assertThat(sql.one(String.class, "SELECT name FROM users")).isEqualTo("Person Ana");
    }

    private static ValidatableResponse change(Person person, @Nullable String ifMatch, String patch) {
        var request = as(person).contentType(MERGE_PATCH).body(patch);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/api/users/me")
                .then();
    }
}
