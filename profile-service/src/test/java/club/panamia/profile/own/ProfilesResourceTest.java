package club.panamia.profile.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProfilesResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void beginsADraftUnderTheAddressThatWasProven() {
        var ana = seed.person("Ana");

        Walk.create(
                        ana,
                        Map.of(
                                "name", "  Ana Márquez ",
                                "phoneNumber", "+1 305 555 0100",
                                "pronouns", "ella",
                                "locallyBased", "yes",
                                "descriptions", Map.of("details", "Platos y tazas", "tags", "ceramics, tiles"),
                                "socials", Map.of("website", "ana.example.org", "instagram", "@ana.clay"),
                                "categories", Map.of("art", true, "clothing", true, "food", false),
                                "counties", Map.of("miami_dade", true),
                                "address", Map.of("line1", "8 Calle Ocho", "locality", "Miami", "country", "us")))
                .statusCode(201)
                .header("Location", endsWith("/api/profiles/me"))
                .header("ETag", "\"0\"")
                .body("id", notNullValue())
                .body("status", is("draft"))
                .body("active", is(false))
                .body("email", is(ana.email()))
                .body("name", is("Ana Márquez"))
                .body("phoneNumber", is("+1 305 555 0100"))
                .body("pronouns", is("ella"))
                .body("locallyBased", is("yes"))
                .body("descriptions.tags", is("ceramics, tiles"))
                .body("socials.website", is("https://ana.example.org"))
                .body("socials.instagram", is("@ana.clay"))
                .body("categories", is(Map.of("art", true, "apparel", true)))
                .body("counties", is(Map.of("miami_dade", true)))
                .body("address.line1", is("8 Calle Ocho"))
                .body("address.country", is("US"));

        var row = sql.rows("SELECT user_id, email, status::text, active, categories::text, hours FROM profiles")
                .getFirst();
        assertThat(row)
                .containsEntry("user_id", ana.id())
                .containsEntry("email", ana.email())
                .containsEntry("status", "draft")
                .containsEntry("active", false)
                .containsEntry("categories", "{\"art\": true, \"apparel\": true}")
                .containsEntry("hours", null);
        assertThat(Walk.events()).isEmpty();
        assertThat(Walk.mails()).isEmpty();
    }

    @Test
    void needsNoMoreThanAName() {
        Walk.create(seed.person("Ana"), Map.of("name", "Ana"))
                .statusCode(201)
                .body("categories", is(Map.of()))
                .body("descriptions", is(Map.of()))
                .body("socials", is(Map.of()));
    }

    @Test
    void refusesASecondProfile() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.create(ana, Map.of("name", "Ana again")).statusCode(409).body("type", is("/problems/profile-exists"));

        assertThat(profiles()).isEqualTo(1);
    }

    @Test
    void makesOneProfileHoweverOftenTheButtonIsPressed() {
        var ana = seed.person("Ana");

        var answers = Race.of(
                8,
                runner ->
                        () -> Walk.create(ana, Map.of("name", "Ana")).extract().statusCode());

        assertThat(answers)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(7);
        assertThat(profiles()).isEqualTo(1);
    }

    @Test
    void answersARepeatedRequestAsTheFirst() {
        var ana = seed.person("Ana");

        var first = createUnderKey(ana).statusCode(201).extract().asString();

        createUnderKey(ana)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", endsWith("/api/profiles/me"))
                .body("id", is(JsonPath.from(first).getString("id")));
    }

    @Test
    void leavesAnUnclaimedProfileWithTheSameAddressAlone() {
        var ana = seed.person("Ana");
        sql.run("INSERT INTO profiles (email, name) VALUES (upper(?), 'Imported')", ana.email());

        Walk.create(ana, Map.of("name", "Ana")).statusCode(409).body("type", is("/problems/address-has-profile"));

        assertThat(profiles()).isEqualTo(1);
    }

    @Test
    void refusesWhoseAddressIsNotProven() {
        var ana = seed.person("Ana");
        sql.run("UPDATE users SET email_verified = NULL, email_proven_at = NULL WHERE id = ?", ana.id());

        Walk.create(ana, Map.of("name", "Ana")).statusCode(403).body("type", is("/problems/address-not-proven"));

        assertThat(profiles()).isZero();
    }

    @Test
    void takesNeitherAddressNorStateFromTheBody() {
        var ana = seed.person("Ana");

        Walk.create(ana, Map.of("name", "Ana", "email", "somebody@example.org"))
                .statusCode(422)
                .body("errors.path", hasItem("/email"));
        Walk.create(ana, Map.of("name", "Ana", "status", "approved"))
                .statusCode(422)
                .body("errors.path", hasItem("/status"));
        Walk.create(ana, Map.of("name", "Ana", "roles", Map.of("eventOrganizer", true)))
                .statusCode(422)
                .body("errors.path", hasItem("/roles"));

        assertThat(profiles()).isZero();
    }

    @Test
    void namesEveryPlaceThatIsAtFault() {
        Walk.create(
                        seed.person("Ana"),
                        Map.of(
                                "name", "A",
                                "categories", Map.of("juggling", true),
                                "counties", Map.of("monroe", true),
                                "socials", Map.of("website", "javascript:alert(1)")))
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.path", hasItem("/name"))
                .body("errors.path", hasItem("/categories/juggling"))
                .body("errors.path", hasItem("/counties/monroe"))
                .body("errors.path", hasItem("/socials/website"))
                .body("errors", hasSize(4));
    }

    @Test
    void isForMembers() {
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ana"))
                .post("/api/profiles")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse createUnderKey(Person owner) {
        return as(owner)
                .header("Idempotency-Key", "7f1c")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ana"))
                .post("/api/profiles")
                .then();
    }

    private long profiles() {
        return sql.one(Long.class, "SELECT count(*) FROM profiles");
    }
}
