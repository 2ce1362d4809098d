package club.panamia.social.conversation;

import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.page.PageQuery;
import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Direct posts by whom they are among, and how far somebody has read. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ConversationsResourceTest {

    private static final String CONVERSATIONS = "/api/social/conversations";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    private Person ana;
    private Person ben;
    private Person cleo;

    @BeforeEach
    void threeWhoTalk() {
        ana = joined("Ana");
        ben = joined("Ben");
        cleo = joined("Cleo");
    }

    @Test
    void areKnownByThePeopleInThem() {
        var first = saidTo(ana, "Hola", ben);
        var answer = answered(ben, "Hola!", first);
        var three = saidTo(cleo, "Both of you", ana, ben);
        saidTo(ben, "Only for Cleo", cleo);

        conversations(ana)
                .body("items.collect { it.last.id }", contains(three, answer))
                .body("items[0].with.username", containsInAnyOrder("Ben", "Cleo"))
                .body("items[1].with.username", contains("Ben"))
                .body("items.unread", contains(1, 1));
        conversations(ben).body("items.unread", contains(0, 1, 1));
        as(ana).get(CONVERSATIONS + "/" + idOf(ana, 1) + "/messages")
                .then()
                .statusCode(200)
                .body("items.id", contains(answer, first));
        assertThat(idOf(ana, 1)).isEqualTo(idOf(ben, 2));
        as(cleo).get(CONVERSATIONS + "/" + idOf(ana, 1) + "/messages").then().body("items", empty());
    }

    @Test
    void areReadAsFarAsSomebodySaysAndOnlyForward() {
        var first = saidTo(ben, "1", ana);
        var second = saidTo(ben, "2", ana);
        saidTo(ben, "3", ana);
        unread(ana).body("messages", is(3));

        read(ana, second).statusCode(204);
        unread(ana).body("messages", is(1));
        read(ana, first).statusCode(204);
        unread(ana).body("messages", is(1));
        conversations(ana).body("items.unread", contains(1));
        unread(ben).body("messages", is(0));
    }

    @Test
    void countExactlyWhatComesWhileOneReads() {
        var first = saidTo(ben, "First", ana);
        var id = idOf(ana, 0);

        Race.of(9, i -> () -> switch (i) {
            case 0, 1, 2 ->
                as(ana).contentType(ContentType.JSON)
                        .body("{\"statusId\": \"" + first + "\"}")
                        .put(CONVERSATIONS + "/" + id + "/read")
                        .statusCode();
            default -> saidTo(i % 2 == 0 ? ben : cleo, "Meanwhile", ana).length();
        });

        unread(ana).body("messages", is(6));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.read_marker"))
                .isEqualTo(1);
    }

    @Test
    void leaveOutWhatIsNotForTheReader() {
        saidTo(ben, "Over", ana);
        sql.run("UPDATE social_statuses SET expires_at = now()");
        saidTo(cleo, "Blocked", ana);
        blocks(ana, cleo);

        conversations(ana).body("items", empty());
        unread(ana).body("messages", is(0));
    }

    @Test
    void countWhereSomebodyIsNamed() {
        var first = said(ben, "@ana", "public");
        said(cleo, "@ana too", "local");
        said(ana, "I, @ana", "public");
        unread(ana).body("mentions", is(2)).body("messages", is(0));

        mark(ana, "/api/social/mentions/read", first).statusCode(204);
        unread(ana).body("mentions", is(1));
        as(ana).put("/api/social/mutes/cleo").then().statusCode(204);
        unread(ana).body("mentions", is(0));
        mark(ben, "/api/social/mentions/read", first).statusCode(404).body("type", is("/problems/no-such-status"));
    }

    @Test
    void arePagedOnceEachAlsoWhenSaidAtTheSameMoment() {
        for (var i = 0; i < 5; i++) {
            saidTo(joined("Friend" + i), "Hola", ana);
        }
        sql.run("UPDATE social_statuses SET published = date_trunc('hour', now())");

        var found = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = as(ana).get(CONVERSATIONS + "?limit=2&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        }

        assertThat(found).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void areForMembersAndTheirOwn() {
        var post = saidTo(ben, "1", ana);
        var mia = new Seed().person("Mia");

        anonymous().get(CONVERSATIONS).then().statusCode(401);
        anonymous().get("/api/social/unread").then().statusCode(401);
        conversations(mia).body("items", empty());
        unread(mia).body("messages", is(0)).body("mentions", is(0));
        mark(cleo, CONVERSATIONS + "/" + idOf(ana, 0) + "/read", post)
                .statusCode(404)
                .body("type", is("/problems/no-such-conversation"));
        mark(ana, CONVERSATIONS + "/" + idOf(ana, 0) + "/read", "").statusCode(422);
        mark(ana, CONVERSATIONS + "/nothing/read", post).statusCode(404);
    }

    @Test
    void areFoundByIndexes() {
        var reader = Crowd.with(sql);
        var values = Conversations.values(reader, new PageQuery());

        Crowd.assertUsesIndexes(Plan.of(pool, Talk.CONVERSATIONS, values), Talk.CONVERSATIONS);
        Crowd.assertUsesIndexes(Plan.of(pool, Talk.UNREAD, Tuple.of(reader.userId())), Talk.UNREAD);
    }

    private static ValidatableResponse conversations(Person person) {
        return as(person).get(CONVERSATIONS).then().statusCode(200);
    }

    private static ValidatableResponse unread(Person person) {
        return as(person).get("/api/social/unread").then().statusCode(200);
    }

    private static String idOf(Person person, int place) {
        return conversations(person).extract().path("items[" + place + "].id");
    }

    private static ValidatableResponse read(Person person, String statusId) {
        return mark(person, CONVERSATIONS + "/" + idOf(person, 0) + "/read", statusId);
    }

    private static ValidatableResponse mark(Person person, String path, String statusId) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("{\"statusId\": \"" + statusId + "\"}")
                .put(path)
                .then();
    }
}
