package club.panamia.social.filter;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What filters do to each list. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FilteringTest {

    private static final String API = "/api/social";

    private static final Map<String, String> PLACES = Map.of(
            "/timelines/home", "home",
            "/timelines/local", "public",
            "/statuses", "public",
            "/tags/x/statuses", "public",
            "/actors/ana/statuses", "profile",
            "/actors/ana/statuses?boosts=true", "profile",
            "/mentions", "mentions",
            "/messages", "mentions");

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void oneFollowsTheOther() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ben, ana);
    }

    @Test
    void holdWhereTheyAreMeantTo() {
        said(ana, "Fútbol #x @ben", "public");
        saidTo(ana, "Fútbol", ben);
        var list =
                sql.one(String.class, "INSERT INTO user_lists (owner_id, name) VALUES (?, 'L') RETURNING id", ben.id());
        sql.run("INSERT INTO user_list_members (list_id, user_id) VALUES (?, ?)", list, ana.id());
        var places = new ArrayList<>(PLACES.entrySet());
        places.add(Map.entry("/timelines/lists/" + list, "lists"));
        for (var context : FilterContext.values()) {
            sql.run("DELETE FROM internal.post_filter");
            filter(ben, "futbol", context.label(), "hide");
            for (var place : places) {
                as(ben).get(API + place.getKey())
                        .then()
                        .body("items", hasSize(place.getValue().equals(context.label()) ? 0 : 1));
                as(ana).get(API + "/statuses").then().body("items", hasSize(1));
            }
        }
    }

    @Test
    void sayWhichTheyAreWhereTheyOnlyWarn() {
        said(ana, "Fútbol #x @ben", "public");
        saidTo(ana, "Fútbol", ben);
        var first = filter(ben, "FUTBOL", "home,public,profile,mentions", "warn");
        filter(ben, "tenis", "home,public,profile,mentions", "warn");

        for (var place : PLACES.keySet()) {
            as(ben).get(API + place)
                    .then()
                    .body("items[0].filtered.id", contains(first))
                    .body("items[0].filtered.phrase", contains("FUTBOL"));
        }
        as(ana).get(API + "/statuses").then().body("items[0].filtered", empty());
    }

    @Test
    void leavePagesFull() {
        for (var n = 0; n < 12; n++) {
            said(ana, n % 3 == 0 ? "Hola " + n : "Fútbol " + n, "public");
        }
        filter(ben, "fútbol", "home,public,profile", "hide");

        for (var place : List.of("/timelines/home", "/timelines/local", "/statuses", "/actors/ana/statuses")) {
            var seen = new ArrayList<String>();
            var cursor = "";
            while (cursor != null) {
                var page = as(ben).queryParam("limit", 2)
                        .queryParam("cursor", cursor)
                        .get(API + place)
                        .jsonPath();
                assertThat(page.getList("items")).as(place).hasSize(2);
                seen.addAll(page.getList("items.content", String.class));
                cursor = page.getString("nextCursor");
            }
            assertThat(seen)
                    .as(place)
                    .containsExactly("<p>Hola 9</p>", "<p>Hola 6</p>", "<p>Hola 3</p>", "<p>Hola 0</p>");
        }
    }

    @Test
    void holdForWhatIsHandedOn() {
        var carla = joined("Carla");
        var unwanted = said(carla, "Fútbol", "public");
        var wanted = said(carla, "Hola", "public");
        for (var post : List.of(wanted, unwanted)) {
            as(ana).put(API + "/statuses/" + post + "/boost").then().statusCode(204);
        }

        as(ben).get(API + "/timelines/home").then().body("items.id", contains(unwanted, wanted));
        filter(ben, "fútbol", "home,profile", "hide");
        as(ben).get(API + "/timelines/home").then().body("items.id", contains(wanted));
        as(ben).get(API + "/actors/ana/statuses?boosts=true").then().body("items.id", contains(wanted));
    }

    @Test
    void leaveConversationsWithoutWhatIsUnwantedButThePostThatOneAskedFor() {
        var post = said(ana, "Fútbol", "public");
        var unwanted = answered(ana, "Fútbol otra vez", post);
        var wanted = answered(ana, "Hola", unwanted);
        filter(ben, "fútbol", "thread,mentions", "hide");

        as(ben).get(API + "/statuses/" + post + "/thread").then().body("descendants.id", contains(wanted));
        as(ben).get(API + "/statuses/" + wanted + "/thread").then().body("ancestors", empty());
        saidTo(ana, "Hola", ben);
        saidTo(ana, "Fútbol", ben);
        as(ben).get(API + "/conversations")
                .then()
                .body("items[0].unread", is(1))
                .body("items[0].last.content", is("<p>Hola</p>"));
    }

    @Test
    void neverHoldForOnesOwn() {
        var post = said(ana, "Fútbol @ana", "public");
        filter(ana, "fútbol", "home,public,profile,mentions,thread", "hide");

        for (var place : List.of("/timelines/home", "/statuses", "/actors/ana/statuses", "/actors/ana/pinned")) {
            as(ana).put(API + "/statuses/" + post + "/pin");
            assertThat(as(ana).get(API + place).asString()).as(place).contains(post);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fútbol            | true  | Futbol!                    | true",
                "FUTBOL            | true  | El fútbol de hoy           | true",
                "fut               | true  | Futbol                     | false",
                "fut               | false | Futbol                     | true",
                "de hoy            | true  | **de** hoy                 | true",
                "de hoy            | true  | de **h**oy                 | true",
                "href              | false | [x](https://e.example)     | false",
                "a < b & c         | false | a < b & c                  | true",
                "\"quoted\"        | true  | It is \"quoted\"           | true",
                "%                 | false | Hola                       | false",
                "_ola              | false | Hola                       | false",
                ".*                | true  | Hola                       | false",
                "(a+)+$            | true  | aaaaaaaaaaaaaaaaaaaaaaaa!  | false",
                "***:x             | true  | Hola ***                   | false",
                "c++               | true  | I like c++ more            | true",
                "[x]               | true  | [x] done                   | true",
                "a\\b              | true  | \"a\\\\b\"                 | true",
                "(?i)hola          | true  | Hola                       | false",
                "'); DROP TABLE x; | false | Hola                       | false",
                "#art              | false | Hola #artista              | false",
                "#Arte             | false | Hola #arte                 | true",
                "arte              | true  | Hola #arte                 | true",
                "ñandú             | true  | Un nandu                   | true",
            })
    void comparePhrasesAsTheyStand(String phrase, boolean wholeWord, String content, boolean meets) {
        said(ana, content, "public");
        as(ben).contentType("application/json")
                .body(Map.of("phrase", phrase, "wholeWord", wholeWord, "contexts", List.of("home"), "action", "hide"))
                .post(API + "/filters")
                .then()
                .statusCode(201);

        as(ben).get(API + "/timelines/home").then().statusCode(200).body("items", hasSize(meets ? 0 : 1));
    }

    @Test
    void lookAtWarningsPicturesAndPollsToo() {
        var post = said(ana, "Hola", "public");
        for (var change : List.of(
                "UPDATE social_statuses SET content_warning = 'Fútbol' WHERE id = ?",
                "INSERT INTO social_attachments (status_id, type, media_type, url, description)"
                        + " VALUES (?, 'image', 'image/jpeg', 'x', 'Un fútbol')",
                "INSERT INTO internal.poll (status_id, multiple, options, votes, ends_at)"
                        + " VALUES (?, false, '{Tenis,Fútbol}', '{0,0}', now() + interval '1 day')")) {
            sql.run("DELETE FROM internal.post_filter");
            as(ben).get(API + "/timelines/home").then().body("items", hasSize(1));
            filter(ben, "futbol", "home", "hide");
            sql.run(change, post);
            as(ben).get(API + "/timelines/home").then().body("items", empty());
            sql.run("UPDATE social_statuses SET content_warning = NULL");
            sql.run("DELETE FROM social_attachments");
        }
    }

    @Test
    void holdNoLongerThanTheyAreMeantTo() {
        said(ana, "Fútbol", "public");
        filter(ben, "fútbol", "home", "hide");
        as(ben).get(API + "/timelines/home").then().body("items", empty());

        sql.run("UPDATE internal.post_filter SET expires_at = now() - interval '1 second'");

        as(ben).get(API + "/timelines/home").then().body("items", hasSize(1));
    }

    private String filter(Person person, String phrase, String contexts, String action) {
        return sql.one(
                String.class,
                "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action)"
                        + " VALUES (?, ?, true, string_to_array(?, ','), ?) RETURNING id",
                actorId(person),
                phrase,
                contexts,
                action);
    }
}
