package club.panamia.engagement.live.ticket;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.live.Listening;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TicketsResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String STREAM = "/api/notifications/stream";
    private static final String TICKETS = "/api/notifications/stream-tickets";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final List<Listening> open = new ArrayList<>();

    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @AfterEach
    void nobodyListens() {
        open.forEach(Listening::close);
    }

    @Test
    void opensByATicketOnce() {
        var ticket = ticket();
        var stream = Listening.to(url() + "?ticket=" + ticket, null, null);
        open.add(stream);

        assertThat(stream.status()).isEqualTo(200);
        eventually("it begins", PATIENCE, () -> stream.text().contains("welcome"));
        anonymous()
                .get(STREAM + "?ticket=" + ticket)
                .then()
                .statusCode(401)
                .body("type", is("/problems/no-such-ticket"));
        assertThat(sql.list(String.class, "SELECT ticket_hash FROM internal.stream_ticket"))
                .isEmpty();
    }

    @Test
    void opensOnceAlsoForManyWhoComeWithTheTicketAtOnce() {
        var ticket = ticket();

        var statuses = Race.of(6, i -> () -> {
            var stream = Listening.to(url() + "?ticket=" + ticket, null, null);
            synchronized (open) {
                open.add(stream);
            }
            return stream.status();
        });

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
    }

    @Test
    void opensByNoTicketThatIsOldOrOfSomebodyWhoIsLocked() {
        var old = ticket();
        sql.run("UPDATE internal.stream_ticket SET expires_at = now()");
        anonymous().get(STREAM + "?ticket=" + old).then().statusCode(401);
        var locked = ticket();
        sql.run("UPDATE users SET locked_at = now() WHERE id = ?", ana.id());

        anonymous().get(STREAM + "?ticket=" + locked).then().statusCode(401);
        anonymous().get(STREAM + "?ticket=nonsense").then().statusCode(401);
    }

    @Test
    void areForMembers() {
        anonymous().post(TICKETS).then().statusCode(401);
    }

    private String ticket() {
        return as(ana).post(TICKETS)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("ticket");
    }

    private static String url() {
        return "http://localhost:" + RestAssured.port + STREAM;
    }
}
