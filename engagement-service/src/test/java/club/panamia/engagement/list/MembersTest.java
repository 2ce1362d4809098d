package club.panamia.engagement.list;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MembersTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;
    private String list;

    @BeforeEach
    void aListOfAna() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        list = sql.one(
                String.class,
                "INSERT INTO user_lists (owner_id, name, visibility) VALUES (?, 'Bakers', 'public') RETURNING id",
                ana.id());
    }

    @Test
    void arePeopleProfilesAndArticlesInTheOrderInWhichTheyCame() {
        var profile = seed.approvedProfile(ben);
        seed.publishedArticle(ben, "pan");

        put("articles/pan", "Read it.").then().statusCode(204);
        put("people/ben").then().statusCode(204);
        put("profiles/" + profile).then().statusCode(204);
        put("articles/pan", "Read it twice.").then().statusCode(204);

        anonymous()
                .get(members())
                .then()
                .statusCode(200)
                .body(
                        "items.collect { it.article ? 'article' : it.person ? 'person' : 'profile' }",
                        contains("article", "person", "profile"))
                .body("items.article.slug", contains("pan"))
                .body("items.person.screenname", contains("Ben"))
                .body("items.profile.id", contains(profile))
                .body("items.note", contains("Read it twice.", null, null));
        assertThat(counted()).isEqualTo(3);
        as(ana).delete(members() + "/articles/pan").then().statusCode(204);
        as(ana).delete(members() + "/articles/pan").then().statusCode(204);
        assertThat(counted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"people/nobody", "profiles/none", "articles/draft", "animals/cat", "people/eva"})
    void areOnlyWhatThereIsAndWhoLetsThem(String what) {
        seed.draftArticle(ben, "draft");
        var eva = seed.person("Eva");
        sql.run("INSERT INTO internal.notification_setting (user_id, listable) VALUES (?, false)", eva.id());

        put(what).then().statusCode(404).body("type", is("/problems/nothing-to-list"));

        assertThat(counted()).isZero();
    }

    @Test
    void areFiveHundredAtMostAlsoWhenAddedAtOnce() {
        sql.run("""
                WITH p AS (INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'p-' || n
                             FROM generate_series(1, 505) n RETURNING id, screenname)
                INSERT INTO user_list_members (list_id, user_id) SELECT ?, id FROM p WHERE substr(screenname, 3)::int <= 497
                """, list);
        sql.run("UPDATE user_lists SET member_count = 497");

        var statuses = Race.of(8, i -> () -> put("people/p-" + (498 + i)).statusCode());

        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(3);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(counted()).isEqualTo(500);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM user_list_members"))
                .isEqualTo(500);
    }

    @Test
    void areCountedExactlyHoweverManyComeAndGoAtOnce() {
        for (var i = 0; i < 4; i++) {
            seed.person("p-" + i);
        }

        var statuses = Race.of(
                16,
                i -> () -> i % 2 == 0
                        ? put("people/p-" + i / 2 % 4).statusCode()
                        : as(ana).delete(members() + "/people/p-" + i / 2 % 4).statusCode());

        assertThat(statuses).containsOnly(204);
        assertThat((long) counted()).isEqualTo(sql.one(Long.class, "SELECT count(*) FROM user_list_members"));
    }

    @Test
    void canBePutIntoAnotherOrder() {
        var ids = three();
        Collections.reverse(ids);

        order("\"3\"", ids).then().statusCode(204);

        as(ana).get(members()).then().body("items.id", is(ids));
        order("\"3\"", ids).then().statusCode(412);
        order("\"4\"", ids.subList(0, 2)).then().statusCode(409).body("type", is("/problems/not-the-members"));
        order("\"4\"", List.of(ids.get(0), ids.get(1), ids.get(1))).then().statusCode(409);
        as(ana).get(members()).then().body("items.id", is(ids));
    }

    @Test
    void haveOneOfTheOrdersThatWereSentAtOnce() {
        var one = three();
        var other = new ArrayList<>(one);
        Collections.reverse(other);

        var statuses =
                Race.of(6, i -> () -> order("\"3\"", i % 2 == 0 ? one : other).statusCode());

        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 204 || status == 412);
        assertThat(sql.list(String.class, "SELECT id FROM user_list_members ORDER BY position"))
                .isIn(one, other);
    }

    @Test
    void areReadInPages() {
        var ids = three();

        String cursor = as(ana).get(members() + "?limit=2")
                .then()
                .body("items.id", is(ids.subList(0, 2)))
                .extract()
                .path("nextCursor");

        as(ana).get(members() + "?limit=2&cursor=" + cursor).then().body("items.id", is(ids.subList(2, 3)));
        as(ana).get(members() + "?cursor=nonsense").then().statusCode(422);
    }

    @Test
    void canLeaveAnyListThemselves() {
        put("people/ben").then().statusCode(204);
        sql.run("UPDATE user_lists SET visibility = 'private'");

        as(ben).delete("/api/lists/" + list + "/membership").then().statusCode(204);
        as(ben).delete("/api/lists/" + list + "/membership").then().statusCode(204);
        as(ben).delete("/api/lists/none/membership").then().statusCode(204);

        assertThat(counted()).isZero();
        anonymous().delete("/api/lists/" + list + "/membership").then().statusCode(401);
    }

    @Test
    void hearOfPublicListsOnceAndOfOthersNever() {
        put("people/ben").then().statusCode(204);
        as(ana).delete(members() + "/people/ben").then().statusCode(204);
        put("people/ben").then().statusCode(204);
        put("people/ana").then().statusCode(204);
        sql.run("UPDATE user_lists SET visibility = 'private'");
        put("people/" + seed.person("Eva").screenname()).then().statusCode(204);
        var heardWhilePrivate = heard();
        sql.run("UPDATE user_lists SET visibility = 'public'");
        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        sql.run("DELETE FROM user_list_members WHERE user_id = (SELECT id FROM users WHERE screenname = 'Eva')");

        assertThat(heardWhilePrivate).isEmpty();
        assertThat(heard()).containsExactly("Ben: Ana put you on the list Bakers");
    }

    /** Who was told what, once all is told. */
    private List<String> heard() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
        var told = new ArrayList<String>();
        for (var name :
                sql.list(String.class, "SELECT u.screenname FROM notifications n JOIN users u ON u.id = n.target")) {
            told.add(name + ": "
                    + as(ben).get("/api/notifications").then().extract().path("items[0].displayMessage"));
        }
        return told;
    }

    private List<String> three() {
        for (var name : List.of("p-1", "p-2", "p-3")) {
            seed.person(name);
            put("people/" + name).then().statusCode(204);
        }
        return as(ana).get(members()).then().extract().path("items.id");
    }

    private Response order(String ifMatch, List<String> ids) {
        return as(ana).contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body("{\"ids\": [\"" + String.join("\", \"", ids) + "\"]}")
                .put("/api/lists/" + list + "/order");
    }

    private Response put(String what) {
        return as(ana).put(members() + "/" + what);
    }

    private Response put(String what, String note) {
        return as(ana).queryParam("note", note).put(members() + "/" + what);
    }

    private String members() {
        return "/api/lists/" + list + "/members";
    }

    private int counted() {
        return sql.one(Integer.class, "SELECT member_count FROM user_lists");
    }
}
