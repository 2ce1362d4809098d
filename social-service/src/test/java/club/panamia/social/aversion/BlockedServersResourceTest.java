package club.panamia.social.aversion;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BlockedServersResourceTest {

    private static final String SERVERS = "/api/social/blocked-servers";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @Inject
    Pool pool;

    @BeforeEach
    void people() {
        ana = joined("Ana");
    }

    @Test
    void areListedByTheirNamesPageByPage() {
        for (var domain : new String[] {"C.example", "a.example", "b.example:8443", "münchen.example"}) {
            as(ana).put(SERVERS + "/" + domain).then().statusCode(204);
        }
        as(ana).put(SERVERS + "/c.EXAMPLE").then().statusCode(204);

        var page = as(ana).get(SERVERS + "?limit=2").then().statusCode(200);
        page.body("items.domain", contains("a.example", "b.example:8443"));
        page.body("items[0].since", notNullValue());
        var cursor = page.extract().jsonPath().getString("nextCursor");
        as(ana).get(SERVERS + "?limit=2&cursor=" + cursor)
                .then()
                .body("items.domain", contains("c.example", "xn--mnchen-3ya.example"));
        as(joined("Ben")).get(SERVERS).then().body("items", empty());

        as(ana).delete(SERVERS + "/C.example").then().statusCode(204);
        as(ana).delete(SERVERS + "/c.example").then().statusCode(204);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.server_block"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "*", "no domain", "-a.example", "a..example"})
    void refuseWhatIsNoneOrOurs(String domain) {
        as(ana).put(SERVERS + "/" + domain).then().statusCode(422).body("type", is("/problems/invalid-input"));
        as(ana).delete(SERVERS + "/" + domain).then().statusCode(422);
    }

    @Test
    void areForThoseWhoTakePart() {
        anonymous().get(SERVERS).then().statusCode(401);
        anonymous().put(SERVERS + "/a.example").then().statusCode(401);
        as(new Seed().person("Mia")).put(SERVERS + "/a.example").then().statusCode(403);
        as(ana).get(SERVERS + "?cursor=x").then().statusCode(422);
    }

    @Test
    void areAThousandAtMost() {
        sql.run(
                "INSERT INTO internal.server_block (actor_id, domain) SELECT ?, 's' || n || '.example'"
                        + " FROM generate_series(1, 998) n",
                actorId(ana));

        Race.of(
                4,
                runner -> () ->
                        as(ana).put(SERVERS + "/race-" + runner + ".example").statusCode());

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.server_block"))
                .isEqualTo(1000);
        as(ana).put(SERVERS + "/s7.example").then().statusCode(204);
        as(ana).put(SERVERS + "/one-more.example")
                .then()
                .statusCode(409)
                .body("type", is("/problems/too-many-blocked-servers"));
    }

    @Test
    void areReadThroughAnIndex() {
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                SELECT 'n' || n, 'many.example', 'https://many.example/' || n, 'i', 'o', 'f', 'g', 'k' FROM generate_series(1, 300) n
                """);
        sql.run("INSERT INTO internal.server_block (actor_id, domain)"
                + " SELECT a.id, n || '.example' FROM social_actors a, generate_series(1, 20) n");
        Planner.knows("social_actors, internal.server_block");

        assertThat(Plan.of(pool, BlockedServers.PAGE, Tuple.of(ana.id(), "", 20)))
                .contains("server_block_actor_id_key")
                .doesNotContain("Seq Scan on server_block");
    }
}
