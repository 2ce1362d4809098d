package club.panamia.engagement.delivery;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DeliveriesResourceTest {

    private static final String DELIVERIES = "/api/notifications/deliveries";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    @Test
    void sayWhatWasSentAndWhatWasNotAndWhy() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        linkAsked(ben.id(), ana.id());
        as(ana).put("/api/notifications/mutes/people/ben").then().statusCode(204);
        linkAsked(ben.id(), ana.id());

        String told = as(ana).get("/api/notifications").then().extract().path("items[0].id");

        as(ana).get(DELIVERIES)
                .then()
                .statusCode(200)
                .body("items.size()", is(3))
                .body("items.findAll { it.state == 'withheld' }.reason", contains("person-muted", "person-muted"))
                .body("items.kind.unique()", contains("profile-link-asked"));
        as(ana).get(DELIVERIES + "?notification=" + told)
                .then()
                .body("items.size()", is(1))
                .body("items[0].channel", is("email"))
                .body("items[0].state", is("queued"))
                .body("items[0].dueAt", notNullValue())
                .body("items[0]", not(hasKey("reason")));
        as(ben).get(DELIVERIES + "?notification=" + told).then().body("items", empty());
    }

    @Test
    void areForMembers() {
        anonymous().get(DELIVERIES).then().statusCode(401);
        as(seed.person("Ana")).get(DELIVERIES + "?limit=0").then().statusCode(422);
    }

    private void linkAsked(String asker, String other) {
        sql.run(
                "INSERT INTO internal.event (type, actor_id, payload) VALUES ('profile.link.asked', ?,"
                        + " jsonb_build_object('otherProfileId', 'p', 'otherUserId', ?::text))",
                asker,
                other);
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }
}
