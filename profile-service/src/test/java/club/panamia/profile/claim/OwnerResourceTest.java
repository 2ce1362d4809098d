package club.panamia.profile.claim;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class OwnerResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ada;
    private String id;

    @BeforeEach
    void anImportedProfile() {
        ana = seed.person("Ana");
        ada = seed.admin("Ada");
        id = Walk.unclaimed("shop@example.org");
    }

    @Test
    void givesAProfileToAPersonAndTellsBothAddresses() {
        assign(ada, ana.id()).statusCode(200).body("userId", is(ana.id()));

        as(ana).get("/api/profiles/me").then().statusCode(200).body("id", is(id));
        assertThat(Walk.events()).containsExactly("profile.profile.claimed");
        assertThat(Walk.history()).containsExactly("assigned " + ana.id());
        assertThat(Walk.mails())
                .containsExactlyInAnyOrder("profile-claimed shop@example.org", "profile-claimed " + ana.email());
    }

    @Test
    void undoesThatWithAllThatWasGrantedAndTellsBothAddresses() {
        assign(ada, ana.id());
        sql.run("UPDATE profiles SET roles = '{\"contentModerator\": true}'");

        release(ada).statusCode(200).body("userId", nullValue());
        release(ada).statusCode(200);

        as(ana).get("/api/profiles/me").then().statusCode(404);
        assertThat(sql.one(String.class, "SELECT roles::text FROM profiles")).isEqualTo("{}");
        assertThat(Walk.history()).containsExactly("assigned " + ana.id(), "released " + ana.id());
        assertThat(Walk.mails())
                .contains("profile-released shop@example.org", "profile-released " + ana.email())
                .hasSize(4);
    }

    @Test
    void saysNothingNewTheSecondTimeAndTakesNobodysProfile() {
        assign(ada, ana.id());

        assign(ada, ana.id()).statusCode(200);
        assign(ada, seed.person("Ben").id()).statusCode(409).body("type", is("/problems/profile-already-claimed"));

        assertThat(Walk.history()).hasSize(1);
    }

    @Test
    void givesNobodyASecondProfile() {
        Walk.draft(ana, "Ana");

        assign(ada, ana.id()).statusCode(409).body("type", is("/problems/profile-exists"));

        assertThat(Walk.history()).isEmpty();
        assertThat(Walk.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pnobody", "", "%s locked"})
    void refusesWhomItCannotBeGivenTo(String person) {
        if (person.endsWith("locked")) {
            seed.lock(ana);
        }
        assign(ada, person.formatted(ana.id()).replace(" locked", ""))
                .statusCode(422)
                .body("errors[0].path", is("/userId"));
    }

    @Test
    void isForAdministratorsAndKnowsNoOtherProfile() {
        assign(ana, ana.id()).statusCode(403);
        release(ana).statusCode(403);
        anonymous().delete(owner(id)).then().statusCode(401);
        as(ada).delete(owner("pnobody")).then().statusCode(404);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM profiles WHERE user_id IS NOT NULL"))
                .isZero();
    }

    private ValidatableResponse assign(Person admin, String userId) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body("{\"userId\": \"%s\"}".formatted(userId))
                .put(owner(id))
                .then();
    }

    private ValidatableResponse release(Person admin) {
        return as(admin).delete(owner(id)).then();
    }

    private static String owner(String profile) {
        return "/api/profiles/" + profile + "/owner";
    }
}
