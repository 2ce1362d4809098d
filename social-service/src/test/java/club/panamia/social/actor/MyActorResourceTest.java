package club.panamia.social.actor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.Fediverse;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MyActorResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsMyActor() {
        var ana = Fediverse.participant("ana");

        var mine = as(ana).get("/api/social/actors/me")
                .then()
                .statusCode(200)
                .body("actor.username", is("ana"))
                .body("actor.uri", is("https://localhost/p/ana/"))
                .body("actor.followersCount", is(3))
                .body("eligible", is(true))
                .body("reason", nullValue())
                .body("screenname", is("ana"))
                .extract();

        assertThat(mine.asString()).doesNotContainIgnoringCase("key").doesNotContain(ana.email());
    }

    @Test
    void tellsWhoHasNoneThatTheyMayHaveOne() {
        var ana = seed.person("ana");
        seed.approvedProfile(ana);

        as(ana).get("/api/social/actors/me")
                .then()
                .statusCode(200)
                .body("actor", nullValue())
                .body("eligible", is(true))
                .body("screenname", is("ana"));
    }

    @Test
    void tellsWhoHasNoProfileThatTheyNeedOne() {
        var ana = seed.person("ana");
        sql.run("UPDATE users SET screenname = NULL WHERE id = ?", ana.id());

        as(ana).get("/api/social/actors/me")
                .then()
                .statusCode(200)
                .body("actor", nullValue())
                .body("eligible", is(false))
                .body("reason", is("no_profile"))
                .body("screenname", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "social_eligible = false,not_eligible",
        "'social_eligible = false, social_ineligible_reason = ''under_age''',under_age",
        "active = false,profile_not_active",
    })
    void saysWhyNot(String change, String reason) {
        var ana = Fediverse.participant("ana");
        sql.run("UPDATE profiles SET " + change);

        as(ana).get("/api/social/actors/me")
                .then()
                .statusCode(200)
                .body("actor.username", is("ana"))
                .body("eligible", is(false))
                .body("reason", is(reason));
    }

    @Test
    void refusesStrangers() {
        anonymous().get("/api/social/actors/me").then().statusCode(401).body("type", is("/problems/not-signed-in"));
    }

    @Test
    void refusesThoseWhoAreLocked() {
        var ana = Fediverse.participant("ana");
        seed.lock(ana);

        as(ana).get("/api/social/actors/me").then().statusCode(401);
    }
}
