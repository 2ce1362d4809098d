package club.panamia.engagement.preference;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.engagement.notice.Category;
import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PreferencesResourceTest {

    private static final String PREFERENCES = "/api/notifications/preferences";
    private static final String SETTINGS = """
            {"digest": "weekly", "digestHour": 18, "digestDay": 7, "zone": "Europe/Madrid", "quietFrom": "22:00",
             "quietUntil": "07:30", "pausedUntil": "2027-01-01T00:00:00Z", "followers": "members", "listable": false}
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @Inject
    EventPump pump;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @Test
    void showEverythingAsWantedWhereNothingWasSaid() {
        as(ana).get(PREFERENCES)
                .then()
                .statusCode(200)
                .body("categories.size()", is(Category.values().length))
                .body("categories.inApp", everyItem(is(true)))
                .body("categories.email", everyItem(is(true)))
                .body("settings.digest", is("immediate"))
                .body("settings.zone", is("America/New_York"))
                .body("settings.listable", is(true))
                .body("settings", not(hasKey("quietFrom")));
    }

    @Test
    void keepWhatIsSaidOfACategory() {
        say("newFollower", "{\"inApp\": true, \"email\": false}").statusCode(204);
        say("lists", "{\"inApp\": false, \"email\": true}").statusCode(204);
        say("lists", "{\"inApp\": false, \"email\": true}").statusCode(204);

        as(ana).get(PREFERENCES)
                .then()
                .body("categories.find { it.category == 'newFollower' }.inApp", is(true))
                .body("categories.find { it.category == 'newFollower' }.email", is(false))
                .body("categories.find { it.category == 'lists' }.inApp", is(false))
                .body("categories.find { it.category == 'lists' }.email", is(true));
        as(seed.person("Ben")).get(PREFERENCES).then().body("categories.email", everyItem(is(true)));
    }

    @Test
    void keepTheSettings() {
        set(SETTINGS).statusCode(204);

        as(ana).get(PREFERENCES)
                .then()
                .body("settings.digest", is("weekly"))
                .body("settings.digestHour", is(18))
                .body("settings.digestDay", is(7))
                .body("settings.zone", is("Europe/Madrid"))
                .body("settings.quietFrom", is("22:00"))
                .body("settings.quietUntil", is("07:30"))
                .body("settings.pausedUntil", is("2027-01-01T00:00:00Z"))
                .body("settings.followers", is("members"))
                .body("settings.listable", is(false));
    }

    @ParameterizedTest
    @CsvSource({
        "weekly, yearly, digest",
        "18, 24, digestHour",
        "': 7', ': 0', digestDay",
        "Europe/Madrid, Mars/Olympus, zone",
        "07:30, 22:00, quietUntil",
        "members, friends, followers",
        "2027, 2227, pausedUntil",
    })
    void refuseSettingsThatMeanNothing(String said, String instead, String path) {
        set(SETTINGS.replace(said, instead)).statusCode(422).body("errors[0].path", is("/" + path));

        assertThat(sql.list(String.class, "SELECT user_id FROM internal.notification_setting"))
                .isEmpty();
    }

    @Test
    void refuseHalfAQuietTime() {
        set(SETTINGS.replace("\"quietFrom\": \"22:00\",", ""))
                .statusCode(422)
                .body("errors[0].path", is("/quietUntil"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weather | {\"inApp\": true, \"email\": false} | 404 | no-such-notification-category",
                "security | {\"inApp\": true, \"email\": false} | 409 | notification-cannot-be-declined",
                "moderation | {\"inApp\": false, \"email\": true} | 409 | notification-cannot-be-declined",
                "lists | {\"inApp\": true} | 422 | invalid-input"
            })
    void refuseWhatCannotBeSaid(String category, String wish, int status, String slug) {
        say(category, wish).statusCode(status).body("type", is("/problems/" + slug));

        assertThat(sql.list(String.class, "SELECT category FROM internal.notification_preference"))
                .isEmpty();
    }

    @Test
    void followTheSevenWishesOfTheAccount() {
        sql.run("""
                UPDATE users SET notification_preferences = '{"coauthorInvites": false, "articleReplies": true, "newDevice": false}'
                 WHERE id = ?
                """, ana.id());
        say("articleReplies", "{\"inApp\": false, \"email\": false}").statusCode(204);
        changed();
        changed();

        as(ana).get(PREFERENCES)
                .then()
                .body("categories.find { it.category == 'coauthorInvites' }.email", is(false))
                .body("categories.find { it.category == 'coauthorInvites' }.inApp", is(true))
                .body("categories.find { it.category == 'articleReplies' }.email", is(true))
                .body("categories.find { it.category == 'articleReplies' }.inApp", is(false));
        assertThat(sql.list(
                        String.class,
                        "SELECT category FROM internal.notification_preference WHERE category = 'newDevice'"))
                .isEmpty();
    }

    @Test
    void areOneRowHoweverManySayItAtOnce() {
        var statuses = Race.of(
                10,
                i -> () -> say("lists", "{\"inApp\": %s, \"email\": true}".formatted(i % 2 == 0))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(204);
        assertThat(sql.list(String.class, "SELECT channel FROM internal.notification_preference ORDER BY channel"))
                .containsExactly("email", "inApp");
    }

    @Test
    void areForMembersOnTheirOwnPages() {
        anonymous().get(PREFERENCES).then().statusCode(401);
        anonymous()
                .contentType(ContentType.JSON)
                .body(SETTINGS)
                .put(PREFERENCES + "/settings")
                .then()
                .statusCode(401);
        given().cookie(COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .body(SETTINGS)
                .put(PREFERENCES + "/settings")
                .then()
                .statusCode(403);
    }

    private void changed() {
        sql.run(
                "INSERT INTO internal.event (type, actor_id, payload)"
                        + " VALUES ('auth.user.preferences-changed', ?, jsonb_build_object('userId', ?::text))",
                ana.id(),
                ana.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }

    private ValidatableResponse say(String category, String wish) {
        return as(ana).contentType(ContentType.JSON)
                .body(wish)
                .put(PREFERENCES + "/categories/" + category)
                .then();
    }

    private ValidatableResponse set(String settings) {
        return as(ana).contentType(ContentType.JSON)
                .body(settings)
                .put(PREFERENCES + "/settings")
                .then();
    }
}
