package club.panamia.engagement.notification;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class NotificationsResourceTest {

    private static final String NOTIFICATIONS = "/api/notifications";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void listsMyOwnNewestFirst() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var older = Told.follow(ben, ana, "2026-03-01T12:00Z");
        var newer = Told.follow(ben, ana, "2026-03-02T12:00Z");
        Told.follow(ana, ben, "2026-03-03T12:00Z");

        as(ana).get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items.id", contains(newer, older))
                .body("items._id", contains(newer, older))
                .body("items[0].createdAt", is("2026-03-02T12:00:00Z"))
                .body("items[0].type", is("Follow"))
                .body("items[0].context", is("follow"))
                .body("items[0].actor.id", is(ben.id()))
                .body("items[0].actor.screenname", is("Ben"))
                .body("items[0].actor.name", is("Person Ben"))
                .body("items[0].read", is(false))
                .body("items[0]", not(hasKey("sameId")))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void showsNoAddress() {
        var ana = seed.person("Ana");
        Told.follow(seed.person("Ben"), ana, "2026-03-01T12:00Z");

        var answer = as(ana).get(NOTIFICATIONS).then().statusCode(200).extract().asString();

        assertThat(answer).contains("Ben").doesNotContain("@", "email");
    }

    @Test
    void forgetsTheNameOfSomebodyWhoIsGone() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        Told.follow(ben, ana, "2026-03-01T12:00Z");
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                ben.id());

        as(ana).get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items.type", contains("Follow"))
                .body("items[0]", not(hasKey("actor")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"all | Delete,Undo", "unread | Undo", "archived | Like"})
    void filtersByState(String state, String types) {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        Told.become(Told.follow(ben, ana, "2026-03-01T12:00Z"), "type = 'Like', archived_at = now()");
        Told.become(Told.follow(ben, ana, "2026-03-02T12:00Z"), "type = 'Undo'");
        Told.become(Told.follow(ben, ana, "2026-03-03T12:00Z"), "type = 'Delete', read = true, read_at = now()");
        Told.become(Told.follow(ben, ana, "2026-03-04T12:00Z"), "expires_at = now() - interval '1 second'");

        as(ana).get(NOTIFICATIONS + "?state=" + state).then().statusCode(200).body("items.type", contains((Object[])
                types.split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "context=mention | Like",
                "context=mention&context=article | Undo,Like",
                "type=Undo | Undo",
                "type=Undo&context=mention | ",
                "type=Undo&type=Follow | Undo,Follow"
            })
    void filtersByContextAndType(String query, @Nullable String types) {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        Told.follow(ben, ana, "2026-03-01T12:00Z");
        Told.become(Told.follow(ben, ana, "2026-03-02T12:00Z"), "type = 'Like', context = 'mention'");
        Told.become(Told.follow(ben, ana, "2026-03-03T12:00Z"), "type = 'Undo', context = 'article'");

        as(ana).get(NOTIFICATIONS + "?" + query)
                .then()
                .statusCode(200)
                .body("items.type", types == null ? empty() : contains((Object[]) types.split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US,en;q=0.9 | Ben follows you",
                "es-MX,es;q=0.9,en;q=0.8 | Ben te sigue",
                "fr,es;q=0.5 | Ben te sigue",
                "fr | Ben follows you"
            })
    void speaksTheReadersLanguage(String wished, String sentence) {
        var ana = seed.person("Ana");
        Told.follow(seed.person("Ben"), ana, "2026-03-01T12:00Z");

        as(ana).header("Accept-Language", wished)
                .get(NOTIFICATIONS)
                .then()
                .body("items[0].displayMessage", is(sentence));
    }

    @Test
    void pagesWithoutLossAlsoWhereTimesAreEqual() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        for (var i = 0; i < 25; i++) {
            Told.follow(ben, ana, "2026-03-01T12:00:00.00000%dZ".formatted(i / 4));
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get(NOTIFICATIONS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(sql.list(String.class, "SELECT id FROM notifications ORDER BY created_at DESC, id DESC"))
                .hasSize(25);
    }

    @ParameterizedTest
    @CsvSource({
        "state=lost, state",
        "context=weather, context",
        "type=follow, type",
        "limit=0, limit",
        "limit=101, limit",
        "cursor=nonsense, cursor"
    })
    void refusesWhatItDoesNotKnow(String query, String path) {
        as(seed.person("Ana"))
                .get(NOTIFICATIONS + "?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].path", startsWith(path));
    }

    @Test
    void countsWhatIsUnread() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        Told.follow(ben, ana, "2026-03-01T12:00Z");
        Told.follow(ben, ana, "2026-03-02T12:00Z");
        Told.become(Told.follow(ben, ana, "2026-03-02T12:00Z"), "context = 'mention'");
        Told.become(Told.follow(ben, ana, "2026-03-03T12:00Z"), "read = true");
        Told.become(Told.follow(ben, ana, "2026-03-04T12:00Z"), "archived_at = now()");
        Told.become(Told.follow(ben, ana, "2026-03-05T12:00Z"), "expires_at = now() - interval '1 second'");
        Told.follow(ana, ben, "2026-03-03T12:00Z");

        as(ana).get(NOTIFICATIONS + "/unread-count")
                .then()
                .statusCode(200)
                .body("count", is(3))
                .body("contexts.follow", is(2))
                .body("contexts.mention", is(1))
                .body("contexts.size()", is(2));
        as(seed.person("Cas"))
                .get(NOTIFICATIONS + "/unread-count")
                .then()
                .statusCode(200)
                .body("count", is(0));
    }

    @Test
    void isForMembers() {
        var ana = seed.person("Ana");

        anonymous().get(NOTIFICATIONS).then().statusCode(401).body("type", is("/problems/not-signed-in"));
        anonymous().get(NOTIFICATIONS + "/unread-count").then().statusCode(401);
        as(ana).get(NOTIFICATIONS).then().statusCode(200).body("items", empty());
        seed.lock(ana);
        as(ana).get(NOTIFICATIONS).then().statusCode(401);
    }
}
