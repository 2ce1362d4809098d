package club.panamia.ops.doctor;

import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the doctor says of the fediverse around us. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class OtherServersTest {

    private final Sql sql = TestDatabase.get().sql();

    private Person ada;

    @BeforeEach
    void anAdministrator() {
        ada = new Seed().admin("Ada");
    }

    @Test
    void saysNothingWhereThereAreNone() {
        look().body("name", not(hasItem("other servers")));
    }

    @Test
    void isContentWithServersThatAnswer() {
        sql.run("INSERT INTO internal.peer (host) VALUES ('b.example'), ('c.example')");

        look().body("find { it.name == 'other servers' }.state", is("well"))
                .body("find { it.name == 'other servers' }.seen", is("all 2 answer"))
                .body("find { it.name == 'deliveries to other servers' }.state", is("well"));
    }

    @Test
    void namesTheWorstAndCountsWhatWasGivenUp() {
        sql.run(
                "INSERT INTO internal.peer (host, failures) VALUES ('b.example', 2), ('c.example', 40), ('d.example', 0)");
        sql.run("INSERT INTO internal.outgoing_activity (id, uri, actor_id, actor_uri, kind, body)"
                + " VALUES ('a', 'https://a.example/1', 'x', 'https://a.example/x', 'whole', '{}')");
        sql.run("INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url, state)"
                + " VALUES ('a', 'x', 'c.example', 'https://c.example/inbox', 'dead')");

        look().body("find { it.name == 'other servers' }.state", is("doubtful"))
                .body(
                        "find { it.name == 'other servers' }.seen",
                        is("2 do not answer, the worst: c.example, b.example"))
                .body("find { it.name == 'deliveries to other servers' }.state", is("doubtful"))
                .body("find { it.name == 'deliveries to other servers' }.seen", is("1 were given up"));
    }

    private ValidatableResponse look() {
        return as(ada).accept("application/json").get("/api/ops/doctor").then().statusCode(200);
    }
}
