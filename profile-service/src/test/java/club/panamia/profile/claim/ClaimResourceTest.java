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
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ClaimResourceTest {

    private static final String CLAIM = "/api/profiles/me/claim";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void givesMeTheProfileThatSomebodyMadeForMyAddress() {
        var ana = seed.person("Ana");
        var id = Walk.unclaimed("Ana@Example.org");

        as(ana).get(CLAIM).then().statusCode(200).body("id", is(id)).body("userId", nullValue());
        claim(ana)
                .statusCode(200)
                .body("id", is(id))
                .body("userId", is(ana.id()))
                .body("status", is("approved"));

        as(ana).get("/api/profiles/me")
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("active", is(true));
        assertThat(Walk.events()).containsExactly("profile.profile.claimed");
        assertThat(Walk.history()).containsExactly("claimed " + ana.id());
        assertThat(Walk.mails()).containsExactly("profile-claimed Ana@Example.org");
    }

    @Test
    void saysTheSameHoweverOftenItIsAsked() {
        var ana = seed.person("Ana");
        var id = Walk.unclaimed(ana.email());
        claim(ana).statusCode(200);

        claim(ana).statusCode(200).body("id", is(id));

        assertThat(Walk.events()).hasSize(1);
        assertThat(Walk.mails()).hasSize(1);
    }

    @Test
    void findsNothingForAnAddressThatNobodyMadeOneFor() {
        Walk.unclaimed("somebody@example.org");

        claim(seed.person("Ana")).statusCode(404).body("type", is("/problems/nothing-to-claim"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM profiles WHERE user_id IS NOT NULL"))
                .isZero();
    }

    @Test
    void takesAProofOfAuthServiceOnly() {
        var ana = seed.person("Ana");
        Walk.unclaimed(ana.email());
        sql.run("UPDATE users SET email_proven_at = NULL");

        claim(ana).statusCode(403).body("type", is("/problems/address-not-proven"));
        as(ana).get(CLAIM).then().statusCode(403);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM profiles WHERE user_id IS NOT NULL"))
                .isZero();
    }

    @Test
    void leavesWhatSomebodyElseWasGiven() {
        var ana = seed.person("Ana");
        Walk.unclaimed(ana.email());
        sql.run("UPDATE profiles SET user_id = ?", seed.person("Ben").id());

        claim(ana).statusCode(404).body("type", is("/problems/nothing-to-claim"));
    }

    @Test
    void givesNobodyASecondProfile() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        sql.run("UPDATE profiles SET email = 'older@example.org'");
        Walk.unclaimed(ana.email());

        claim(ana).statusCode(409).body("type", is("/problems/profile-exists"));

        assertThat(Walk.events()).isEmpty();
    }

    @Test
    void bringsNoBadgeAndNoRoleAlong() {
        var ana = seed.person("Ana");
        Walk.unclaimed(ana.email());
        sql.run(
                "UPDATE profiles SET roles = '{\"contentModerator\": true}', verification = '{\"panaVerified\": true}'");

        claim(ana).statusCode(200);

        assertThat(sql.rows("SELECT roles::text, verification::text FROM profiles")
                        .getFirst())
                .containsEntry("roles", "{}")
                .containsEntry("verification", "{}");
    }

    @Test
    void isForMembers() {
        anonymous().put(CLAIM).then().statusCode(401);
        anonymous().get(CLAIM).then().statusCode(401);
    }

    private static ValidatableResponse claim(Person person) {
        return as(person).put(CLAIM).then();
    }
}
