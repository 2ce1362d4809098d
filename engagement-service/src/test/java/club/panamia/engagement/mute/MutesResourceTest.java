package club.panamia.engagement.mute;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MutesResourceTest {

    private static final String MUTES = "/api/notifications/mutes";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        seed.person("Ben");
    }

    @Test
    void holdPeopleAndThingsUntilTheyAreLetGo() {
        as(ana).put(MUTES + "/people/ben").then().statusCode(204);
        as(ana).put(MUTES + "/threads/an-article").then().statusCode(204);

        as(ana).get(MUTES)
                .then()
                .statusCode(200)
                .body("items.thread", contains("an-article", null))
                .body("items[1].person.screenname", is("Ben"));

        as(ana).delete(MUTES + "/people/ben").then().statusCode(204);
        as(ana).delete(MUTES + "/people/ben").then().statusCode(204);
        as(ana).delete(MUTES + "/threads/an-article").then().statusCode(204);
        as(ana).get(MUTES).then().body("items", empty());
    }

    @Test
    void areOneHoweverManyMuteAtOnce() {
        var statuses = Race.of(10, i -> () -> as(ana).put(MUTES + "/people/Ben").statusCode());

        assertThat(statuses).containsOnly(204);
        assertThat(sql.list(String.class, "SELECT id FROM internal.notification_mute"))
                .hasSize(1);
    }

    @Test
    void refuseNobodyAndOneselfAndLongIds() {
        as(ana).put(MUTES + "/people/nobody").then().statusCode(404).body("type", is("/problems/nobody-to-mute"));
        as(ana).put(MUTES + "/people/ana").then().statusCode(409).body("type", is("/problems/cannot-mute-yourself"));
        as(ana).put(MUTES + "/threads/" + "x".repeat(65)).then().statusCode(422);

        assertThat(sql.list(String.class, "SELECT id FROM internal.notification_mute"))
                .isEmpty();
    }

    @Test
    void haveAnEnd() {
        sql.run(
                "INSERT INTO internal.notification_mute (user_id, thread) SELECT ?, 't' || n FROM generate_series(1, 1000) n",
                ana.id());

        as(ana).put(MUTES + "/people/ben").then().statusCode(409).body("type", is("/problems/too-many-mutes"));
        as(ana).put(MUTES + "/threads/one-more").then().statusCode(409);
    }

    @Test
    void areForMembers() {
        anonymous().get(MUTES).then().statusCode(401);
        anonymous().put(MUTES + "/people/ben").then().statusCode(401);
        anonymous().delete(MUTES + "/threads/x").then().statusCode(401);
    }
}
