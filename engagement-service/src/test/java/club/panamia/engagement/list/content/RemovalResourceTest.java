package club.panamia.engagement.list.content;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RemovalResourceTest {

    private static final String BOTH =
            "{\"items\": [{\"kind\": \"people\", \"target\": \"BEN\"}, {\"kind\": \"articles\", \"target\": \"pan\"}]}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;
    private String list;

    @BeforeEach
    void aListOfBenAndCarAndAnArticle() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        var article = seed.publishedArticle(ben, "pan");
        list = sql.one(
                String.class,
                "INSERT INTO user_lists (owner_id, name, visibility, member_count) VALUES (?, 'Bakers', 'public', 3) RETURNING id",
                ana.id());
        sql.run(
                "INSERT INTO user_list_members (list_id, user_id, position) VALUES (?, ?, 1), (?, ?, 2)",
                list,
                ben.id(),
                list,
                seed.person("Car").id());
        sql.run("INSERT INTO user_list_members (list_id, article_id, position) VALUES (?, ?, 3)", list, article);
    }

    @Test
    void takesManyOffAtOnceAndAgainNothing() {
        take(ana, BOTH).then().statusCode(200).body("removed", is(2));
        take(ana, BOTH).then().statusCode(200).body("removed", is(0));

        assertThat(sql.one(Integer.class, "SELECT member_count FROM user_lists"))
                .isEqualTo(1);
        assertThat(sql.list(
                        String.class, "SELECT u.screenname FROM user_list_members m JOIN users u ON u.id = m.user_id"))
                .containsExactly("Car");
    }

    @Test
    void countsExactlyHoweverManyTakeTheSameOffAtOnce() {
        var statuses = Race.of(6, i -> () -> take(ana, BOTH).statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(sql.one(Integer.class, "SELECT member_count FROM user_lists"))
                .isEqualTo(1);
    }

    @Test
    void isForTheOwnerOfTheList() {
        take(ben, BOTH).then().statusCode(403).body("type", is("/problems/not-your-list"));
        anonymous().contentType(ContentType.JSON).body(BOTH).post(path()).then().statusCode(401);
        take(ana, "{\"items\": []}").then().statusCode(422);
        sql.run("UPDATE user_lists SET visibility = 'private'");
        take(ben, BOTH).then().statusCode(404);

        assertThat(sql.list(String.class, "SELECT id FROM user_list_members")).hasSize(3);
    }

    private Response take(Person by, String body) {
        return as(by).contentType(ContentType.JSON).body(body).post(path());
    }

    private String path() {
        return "/api/lists/" + list + "/content/removal";
    }
}
