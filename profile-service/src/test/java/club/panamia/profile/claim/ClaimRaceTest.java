package club.panamia.profile.claim;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ClaimRaceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void claimsOnceHoweverOftenTheButtonIsPressed() {
        var ana = seed.person("Ana");
        Walk.unclaimed(ana.email());

        var answers = Race.of(8, runner -> () -> claim(ana));

        assertThat(answers).hasSize(8).containsOnly(200);
        assertThat(Walk.events()).containsExactly("profile.profile.claimed");
        assertThat(Walk.mails()).hasSize(1);
    }

    @Test
    void givesItToTheClaimantOrToWhomTheAdministratorChoseButNotToBoth() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var ada = seed.admin("Ada");
        var id = Walk.unclaimed(ana.email());

        var answers = Race.of(8, runner -> () -> runner % 2 == 0 ? claim(ana) : assign(ada, id, ben));

        var owner = sql.one(String.class, "SELECT user_id FROM profiles");
        assertThat(answers).filteredOn(status -> status == 200).hasSize(4);
        assertThat(answers)
                .filteredOn(status -> status == (owner.equals(ana.id()) ? 409 : 404))
                .hasSize(4);
        assertThat(Walk.history()).containsExactly((owner.equals(ana.id()) ? "claimed " : "assigned ") + owner);
    }

    private static int claim(Person person) {
        return as(person).put("/api/profiles/me/claim").statusCode();
    }

    private static int assign(Person admin, String id, Person owner) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("userId", owner.id()))
                .put("/api/profiles/" + id + "/owner")
                .statusCode();
    }
}
