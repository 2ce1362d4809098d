package club.panamia.profile.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DeletionTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void leavesNothingOfTheProfile() {
        var ana = seed.person("Ana");
        Walk.submitted(ana, "Ana");

        as(ana).delete("/api/profiles/me").then().statusCode(204);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM profiles")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.profile_history"))
                .isZero();
        assertThat(Walk.events()).containsExactly("profile.profile.submitted", "profile.profile.deleted");
        assertThat(Walk.mails()).endsWith("profile-deleted " + ana.email());
    }

    @Test
    void letsItsOwnerBeginAnew() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        as(ana).delete("/api/profiles/me").then().statusCode(204);

        as(ana).delete("/api/profiles/me").then().statusCode(404).body("type", is("/problems/no-profile-yet"));
        Walk.draft(ana, "Ana again");
    }

    @Test
    void happensOnce() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        var answers =
                Race.of(6, runner -> () -> as(ana).delete("/api/profiles/me").statusCode());

        assertThat(answers)
                .containsOnlyOnce(204)
                .filteredOn(status -> status == 404)
                .hasSize(5);
        assertThat(Walk.mails()).hasSize(1);
    }

    @Test
    void keepsASuspendedProfile() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        sql.run("UPDATE profiles SET status = 'suspended', reviewed_at = now(), review_reason = 'Spam.'");

        as(ana).delete("/api/profiles/me").then().statusCode(409).body("type", is("/problems/profile-suspended"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM profiles")).isOne();
        assertThat(Walk.events()).isEmpty();
    }

    @Test
    void isForItsOwner() {
        anonymous().delete("/api/profiles/me").then().statusCode(401);
        as(seed.person("Ana")).delete("/api/profiles/me").then().statusCode(404);
    }
}
