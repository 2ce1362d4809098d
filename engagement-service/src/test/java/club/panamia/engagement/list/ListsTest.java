package club.panamia.engagement.list;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ListsTest {

    private static final String BAKERS =
            "{\"name\": \" Bakers \", \"description\": \"Bread.\", \"visibility\": \"%s\"}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
    }

    @Test
    void areBegunChangedAndDeleted() {
        var id = begin("private");

        as(ana).get("/api/lists/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", is("Bakers"))
                .body("visibility", is("private"))
                .body("memberCount", is(0))
                .body("owner.screenname", is("Ana"));
        change(ana, id, "\"0\"", "{\"name\": \"Pan\", \"visibility\": \"public\"}")
                .then()
                .statusCode(204);
        as(ana).get("/api/lists").then().body("items.name", contains("Pan"));
        assertThat(sql.one(String.class, "SELECT description FROM user_lists")).isNull();
        as(ana).delete("/api/lists/" + id).then().statusCode(204);

        as(ana).get("/api/lists/" + id).then().statusCode(404).body("type", is("/problems/no-such-list"));
        assertThat(sql.list(
                        String.class,
                        "SELECT type || ' ' || (payload ->> 'visibility') FROM internal.event ORDER BY id"))
                .containsExactly(
                        "engagement.list.changed private",
                        "engagement.list.changed public",
                        "engagement.list.deleted public");
    }

    @ParameterizedTest
    @CsvSource({
        "private,   404, 404, 404, false",
        "unlisted,  200, 200, 200, false",
        "followers, 404, 404, 200, false",
        "public,    200, 200, 200, true",
    })
    void areSeenByWhomTheirOwnerLets(String visibility, int nobody, int stranger, int follower, boolean shown) {
        var id = begin(visibility);
        var eva = seed.person("Eva");
        sql.run("INSERT INTO user_follows (follower_id, following_id) VALUES (?, ?)", eva.id(), ana.id());

        for (var path : new String[] {"/api/lists/" + id, "/api/lists/" + id + "/members"}) {
            anonymous().get(path).then().statusCode(nobody);
            as(ben).get(path).then().statusCode(stranger);
            as(eva).get(path).then().statusCode(follower);
            as(ana).get(path).then().statusCode(200);
        }
        anonymous().get("/api/lists?owner=ana").then().statusCode(200).body("items.size()", is(shown ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({"private, 404, no-such-list", "public, 403, not-your-list"})
    void areChangedByTheirOwnerOnly(String visibility, int status, String slug) {
        var id = begin(visibility);

        change(ben, id, "\"0\"", BAKERS.formatted("public"))
                .then()
                .statusCode(status)
                .body("type", is("/problems/" + slug));
        as(ben).delete("/api/lists/" + id).then().statusCode(status);
        as(ben).put("/api/lists/" + id + "/members/people/ben").then().statusCode(status);
        anonymous().delete("/api/lists/" + id).then().statusCode(401);

        assertThat(sql.one(String.class, "SELECT name FROM user_lists")).isEqualTo("Bakers");
    }

    @Test
    void loseNoChange() {
        var id = begin("private");
        as(ana).put("/api/lists/" + id + "/members/people/ben").then().statusCode(204);

        change(ana, id, "\"0\"", BAKERS.formatted("public")).then().statusCode(412);
        change(ana, id, null, BAKERS.formatted("public")).then().statusCode(428);

        assertThat(sql.one(String.class, "SELECT visibility::text FROM user_lists"))
                .isEqualTo("private");
    }

    @Test
    void haveNamesOfTheirOwn() {
        begin("private");

        create(ana, BAKERS.formatted("public").replace("Bakers", "BAKERS"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/list-name-taken"));
        create(ben, BAKERS.formatted("public")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"Pan y café, pan-y-cafe", "'  Ñ & Co.! ', n-co", "日本, "})
    void haveAnAddressMadeFromTheirName(String name, String slug) {
        create(ana, BAKERS.formatted("public").replace(" Bakers ", name)).then().statusCode(201);

        assertThat(sql.one(String.class, "SELECT slug FROM user_lists")).isEqualTo(slug);
        anonymous().get("/api/lists?owner=ana&slug=" + slug).then().body("items.size()", is(slug == null ? 0 : 1));
    }

    @Test
    void haveAddressesOfTheirOwn() {
        create(ana, BAKERS.formatted("public").replace("Bakers", "Pan y café"))
                .then()
                .statusCode(201);

        create(ana, BAKERS.formatted("public").replace("Bakers", "pan y cafe"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/list-name-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \" \", \"visibility\": \"public\"} | 422",
                "{\"visibility\": \"public\"} | 422",
                "{\"name\": \"a\"} | 422"
            })
    void refuseWhatIsNoList(String draft, int status) {
        create(ana, draft).then().statusCode(status).contentType("application/problem+json");

        as(ana).get("/api/lists").then().body("items", empty());
    }

    @Test
    void areAHundredAtMostAlsoWhenBegunAtOnce() {
        sql.run(
                "INSERT INTO user_lists (owner_id, name) SELECT ?, 'list ' || n FROM generate_series(1, 97) n",
                ana.id());

        var statuses = Race.of(
                8,
                i -> () -> create(ana, BAKERS.formatted("private").replace("Bakers", "New " + i))
                        .statusCode());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM user_lists")).isEqualTo(100);
    }

    @Test
    void areForMembers() {
        anonymous().get("/api/lists").then().statusCode(401);
        anonymous()
                .contentType(ContentType.JSON)
                .body(BAKERS.formatted("public"))
                .post("/api/lists")
                .then()
                .statusCode(401);
        as(ana).get("/api/lists?limit=0").then().statusCode(422);
    }

    private String begin(String visibility) {
        return create(ana, BAKERS.formatted(visibility))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response create(Person owner, String draft) {
        return as(owner).contentType(ContentType.JSON).body(draft).post("/api/lists");
    }

    private static Response change(Person owner, String id, String ifMatch, String draft) {
        var request = as(owner).contentType(ContentType.JSON).body(draft);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/api/lists/" + id);
    }
}
