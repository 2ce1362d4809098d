package club.panamia.profile.publicview;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Crowd;
import club.panamia.profile.Walk;
import club.panamia.profile.section.Viewer;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PublicProfileResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(strings = {"Ana-Clay", "ana-clay", "ANA-CLAY"})
    void showsAnApprovedProfileHoweverItsNameIsSpelled(String screenname) {
        published(seed.person("Ana-Clay"));
        sql.run(
                "UPDATE profiles SET mentoring = '{\"enabled\": true, \"languages\": [\"es\", 7], \"goals\": \"Mine\"}'");

        anonymous()
                .get("/api/profiles/" + screenname)
                .then()
                .statusCode(200)
                .body("screenname", is("Ana-Clay"))
                .body("name", is("Ana Márquez"))
                .body("details", is("Platos y tazas"))
                .body("fiveWords", is("Clay, tiles, colour"))
                .body("tags", contains("ceramics", "tiles"))
                .body("categories", contains("apparel", "art"))
                .body("counties", contains("broward"))
                .body("locality", is("Miami"))
                .body("country", is("US"))
                .body("mentoring.languages", contains("es"))
                .body("socials.instagram", is("@ana.clay"));
    }

    @Test
    void showsNothingElse() {
        var ana = seed.person("Ana-Clay");
        published(ana);
        sql.run("""
                UPDATE profiles SET roles = '{"eventOrganizer": true}', verification = '{"verifiedBy": "ada"}', administrative = '{"x": 1}'
                """);

        var shown = anonymous()
                .get("/api/profiles/ana-clay")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath();

        assertThat(shown.getMap("$").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "id",
                        "screenname",
                        "name",
                        "fiveWords",
                        "details",
                        "background",
                        "tags",
                        "categories",
                        "counties",
                        "locality",
                        "region",
                        "country",
                        "badges",
                        "socials",
                        "images");
        assertThat(shown.prettify())
                .doesNotContain(ana.email(), "305 555", "Calle Ocho", "33135", "25.7", "80.2", "place-1")
                .doesNotContain(
                        "radio",
                        "ella",
                        "PANA10",
                        "10 to 5",
                        "eventOrganizer",
                        "approved",
                        ana.id(),
                        "facebook-of-ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET active = false, status = 'submitted'",
                "UPDATE profiles SET active = false, status = 'declined', review_reason = 'Why.'",
                "UPDATE profiles SET active = false, status = 'suspended', review_reason = 'Why.'",
                "UPDATE profiles SET user_id = NULL",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ana-Clay'",
                "UPDATE users SET screenname = 'other' WHERE screenname = 'Ana-Clay'",
            })
    void hidesEverythingElse(String change) {
        var ana = seed.person("Ana-Clay");
        published(ana);
        sql.run(change);

        anonymous().get("/api/profiles/ana-clay").then().statusCode(404).body("type", is("/problems/no-such-profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "%25", "a%27b", "%F0%9F%98%80"})
    void knowsNobodyOfThatName(String screenname) {
        assertThat(anonymous()
                        .urlEncodingEnabled(false)
                        .get("/api/profiles/" + screenname)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hidesADraftAlsoFromItsOwner() {
        var ana = seed.person("Ana-Clay");
        Walk.draft(ana, "Ana");

        as(ana).get("/api/profiles/ana-clay").then().statusCode(404);
    }

    @Test
    void readsItsIndexes() {
        Crowd.seed();

        assertThat(Plan.of(pool, PublicProfiles.BY_SCREENNAME, PublicProfiles.values("person-77", Viewer.MEMBER)))
                .contains("Index Scan using users_screenname", "profiles_user_id_key")
                .doesNotContain("Seq Scan");
    }

    private void published(Person owner) {
        Walk.create(
                owner,
                Map.of(
                        "name", "Ana Márquez",
                        "phoneNumber", "+1 305 555 0100",
                        "pronouns", "ella",
                        "descriptions",
                                Map.of(
                                        "details", "Platos y tazas",
                                        "background", "Abuela",
                                        "fiveWords", "Clay, tiles, colour",
                                        "tags", "ceramics, tiles",
                                        "hearaboutus", "radio"),
                        "socials", Map.of("instagram", "@ana.clay", "facebook", "facebook-of-ana"),
                        "categories", Map.of("art", true, "apparel", true),
                        "counties", Map.of("broward", true),
                        "hours", Map.of("text", "10 to 5"),
                        "gentedepana", Map.of("code", "PANA10"),
                        "address",
                                Map.of(
                                        "line1", "8 Calle Ocho",
                                        "locality", "Miami",
                                        "region", "FL",
                                        "postalCode", "33135",
                                        "country", "US",
                                        "lat", 25.7617,
                                        "lng", -80.2,
                                        "googlePlaceId", "place-1")));
        sql.run("UPDATE profiles SET audience = '{\"instagram\": \"public\"}'");
        var id = sql.one(String.class, "SELECT id FROM profiles");
        Walk.submit(owner);
        Walk.approve(seed.admin("Ada"), id).statusCode(200);
    }
}
