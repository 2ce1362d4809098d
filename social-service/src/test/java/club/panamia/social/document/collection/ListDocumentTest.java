package club.panamia.social.document.collection;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ListDocumentTest {

    private static final String BASE = "http://localhost:8080";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;
    private String list;

    @BeforeEach
    void aPublicListOfAna() {
        ana = joined("Ana");
        ben = joined("Ben");
        var car = seed.person("Car");
        var article = seed.publishedArticle(ben, "pan");
        list = sql.one(
                String.class,
                "INSERT INTO user_lists (owner_id, name, description, visibility, member_count)"
                        + " VALUES (?, 'Bakers', 'Who bakes', 'public', 3) RETURNING id",
                ana.id());
        sql.run("INSERT INTO user_list_members (list_id, article_id, position) VALUES (?, ?, 1)", list, article);
        sql.run(
                "INSERT INTO user_list_members (list_id, user_id, position, note) VALUES (?, ?, 2, 'private'), (?, ?, 3, NULL)",
                list,
                ben.id(),
                list,
                car.id());
    }

    @Test
    void isACollectionInItsOrder() {
        var tag = read().statusCode(200)
                .contentType("application/activity+json")
                .body("id", is(BASE + "/ap/lists/" + list))
                .body("type", is("OrderedCollection"))
                .body("name", is("Bakers"))
                .body("summary", is("Who bakes"))
                .body("attributedTo", is(BASE + "/ap/actors/" + actorId(ana)))
                .body("to", contains("https://www.w3.org/ns/activitystreams#Public"))
                .body("totalItems", is(3))
                .body("orderedItems", contains(BASE + "/a/pan", BASE + "/ap/actors/" + actorId(ben), BASE + "/p/Car"))
                .body("$", not(hasKey("note")))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get("/ap/lists/" + list).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ben'",
                "DELETE FROM user_list_members WHERE position = 2",
            })
    void showsOnlyWhatEverybodyMaySee(String change) {
        sql.run(change);

        read().statusCode(200)
                .body("totalItems", is(2))
                .body("orderedItems", contains(BASE + "/a/pan", BASE + "/p/Car"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE user_lists SET visibility = 'private'",
                "UPDATE user_lists SET visibility = 'unlisted'",
                "UPDATE user_lists SET visibility = 'followers'",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ana'",
                "DELETE FROM user_lists"
            })
    void isNothingWhereItIsNotForEverybody(String change) {
        sql.run(change);

        read().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"public, 410", "unlisted, 404", "private, 404"})
    void isGoneForGoodWhereEverybodyCouldSeeIt(String visibility, int status) {
        sql.run("DELETE FROM user_lists");
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES ('engagement.list.deleted',"
                        + " jsonb_build_object('listId', ?::text, 'ownerId', ?::text, 'visibility', ?::text))",
                list,
                ana.id(),
                visibility);
        pump.drain().await().atMost(Duration.ofSeconds(30));

        read().statusCode(status);
    }

    private ValidatableResponse read() {
        return given().accept("application/activity+json")
                .get("/ap/lists/" + list)
                .then();
    }
}
