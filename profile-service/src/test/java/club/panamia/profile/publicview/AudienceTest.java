package club.panamia.profile.publicview;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AudienceTest {

    private static final String EVERYTHING = """
            {"name": "Ana Márquez", "phoneNumber": "305 555 0100", "pronouns": "ella", "hours": {"text": "10 to 5"},
             "address": {"line1": "8 Calle Ocho", "locality": "Miami", "postalCode": "33135", "lat": 25.7617, "lng": -80.1918},
             "locations": [{"name": "Stall seven"}],
             "socials": {"website": "https://ana.example.org", "instagram": "@anagram", "facebook": "anaface",
                         "tiktok": "anatik", "twitter": "anatweet", "spotify": "anaspot"}}
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        as(ana).contentType(ContentType.JSON)
                .body(EVERYTHING.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/profiles")
                .then()
                .statusCode(201);
        sql.run("UPDATE profiles SET status = 'approved', active = true, reviewed_at = now()");
    }

    /** What stands in a profile, by the field that says who sees it. */
    static final Map<String, String> TELLTALES = Map.ofEntries(
            Map.entry("email", "ana@example.org"),
            Map.entry("phoneNumber", "305 555 0100"),
            Map.entry("pronouns", "ella"),
            Map.entry("address", "8 Calle Ocho"),
            Map.entry("locations", "Stall seven"),
            Map.entry("hours", "10 to 5"),
            Map.entry("website", "https://ana.example.org"),
            Map.entry("instagram", "@anagram"),
            Map.entry("facebook", "anaface"),
            Map.entry("tiktok", "anatik"),
            Map.entry("twitter", "anatweet"),
            Map.entry("spotify", "anaspot"));

    @Test
    void isNobodyUnlessItsOwnerChooses() {
        var audience =
                as(ana).get("/api/profiles/me").then().extract().jsonPath().getMap("audience");

        assertThat(audience).hasSize(TELLTALES.size());
        assertThat(audience.values()).containsOnly("me");
        assertThat(shownTo(anonymous())).isEmpty();
        assertThat(shownTo(as(ben))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email",
        "phoneNumber",
        "pronouns",
        "address",
        "locations",
        "hours",
        "website",
        "instagram",
        "facebook",
        "tiktok",
        "twitter",
        "spotify"
    })
    void isChosenForEachFieldAlone(String field) {
        choose(field, "members");
        assertThat(shownTo(anonymous())).isEmpty();
        assertThat(shownTo(as(ben))).containsExactly(field);
        assertThat(previewed("public")).isEmpty();
        assertThat(previewed("member")).containsExactly(field);

        choose(field, "public");
        assertThat(shownTo(anonymous())).containsExactly(field);
        assertThat(shownTo(as(ben))).containsExactly(field);
        assertThat(previewed("public")).containsExactly(field);

        choose(field, "me");
        assertThat(shownTo(as(ben))).isEmpty();
        assertThat(shownTo(as(ana)))
                .as("also to its owner by the page of others")
                .isEmpty();
    }

    @Test
    void previewsExactlyWhatOthersGet() {
        choose("email", "members");
        choose("website", "public");

        assertThat(as(ana).get("/api/profiles/me/preview?as=public").asString())
                .isEqualTo(anonymous().get("/api/profiles/ana").asString());
        assertThat(as(ana).get("/api/profiles/me/preview?as=member").asString())
                .isEqualTo(as(ben).get("/api/profiles/ana").asString());
    }

    @Test
    void previewsAProfileThatNobodyElseSeesYet() {
        sql.run("UPDATE profiles SET status = 'draft', active = false");

        as(ana).get("/api/profiles/me/preview").then().statusCode(200).body("name", is("Ana Márquez"));
        as(ana).get("/api/profiles/me/preview?as=friend").then().statusCode(422).body("errors[0].path", is("as"));
        as(ben).get("/api/profiles/me/preview").then().statusCode(404);
        anonymous().get("/api/profiles/me/preview").then().statusCode(401);
    }

    @Test
    void isAskedAnewWhereASessionHasEnded() {
        choose("email", "members");
        sql.run("UPDATE sessions SET expires = now() - interval '1 second'");

        assertThat(shownTo(as(ben))).isEmpty();
    }

    @Test
    void letsCachesKeepOnlyWhatEverybodySees() {
        var headers = anonymous()
                .get("/api/profiles/ana")
                .then()
                .header("Cache-Control", is("public, max-age=60, stale-while-revalidate=300"))
                .extract()
                .headers();
        var tag = headers.getValue("ETag");
        assertThat(String.join(", ", headers.getValues("Vary"))).contains("Origin", "Cookie", "Authorization");

        anonymous()
                .header("If-None-Match", tag)
                .get("/api/profiles/ana")
                .then()
                .statusCode(304)
                .body(is(""));
        anonymous()
                .header("If-None-Match", "W/" + tag + ", \"x\"")
                .get("/api/profiles/ana")
                .then()
                .statusCode(304);
        as(ben).header("If-None-Match", tag)
                .get("/api/profiles/ana")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"));

        choose("email", "public");
        anonymous().header("If-None-Match", tag).get("/api/profiles/ana").then().statusCode(200);
    }

    private void choose(String field, String circle) {
        Walk.change(ana, "*", "{\"audience\": {\"%s\": \"%s\"}}".formatted(field, circle))
                .statusCode(200);
    }

    private static List<String> shownTo(RequestSpecification viewer) {
        return shown(
                viewer.get("/api/profiles/ana").then().statusCode(200).extract().asString());
    }

    private List<String> previewed(String viewer) {
        return shown(as(ana).get("/api/profiles/me/preview?as=" + viewer).asString());
    }

    private static List<String> shown(String body) {
        return TELLTALES.entrySet().stream()
                .filter(field -> body.contains(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
