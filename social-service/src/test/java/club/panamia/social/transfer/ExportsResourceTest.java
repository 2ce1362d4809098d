package club.panamia.social.transfer;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Fediverse;
import club.panamia.social.Social;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
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

/** Ana takes along what is hers. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ExportsResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    Pool pool;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
        Fediverse.stranger("zoe");
    }

    private String taken(String kind) {
        return as(ana).get("/api/social/exports/" + kind)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    private void follows(String stranger) {
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)"
                        + " SELECT ?, id, 'accepted', now() FROM social_actors WHERE username = ?",
                actorId(ana),
                stranger);
    }

    @Test
    void areWhomSheFollows() {
        Social.follows(ana, ben);
        follows("zoe");
        Social.follows(ben, ana);

        assertThat(taken("follows")).isEqualTo("""
                Account address,Show boosts,Notify on new posts,Languages
                Ben@localhost,true,false,
                zoe@elsewhere.example,true,false,
                """);
    }

    @Test
    void areWhomSheDoesNotHear() {
        as(ana).put("/api/social/blocks/zoe@elsewhere.example").then().statusCode(204);
        as(ana).put("/api/social/mutes/Ben").then().statusCode(204);
        as(ana).put("/api/social/blocked-servers/b.example").then().statusCode(204);
        as(ana).put("/api/social/blocked-servers/a.example").then().statusCode(204);

        assertThat(taken("blocks")).isEqualTo("zoe@elsewhere.example\n");
        assertThat(taken("mutes")).isEqualTo("Account address,Hide notifications\nBen@localhost,true\n");
        assertThat(taken("servers")).isEqualTo("a.example\nb.example\n");
    }

    @Test
    void areWhatSheKeeps() {
        var post = said(ben, "Hola", "public");
        as(ana).put("/api/social/statuses/" + post + "/bookmark").then().statusCode(204);

        assertThat(taken("bookmarks")).isEqualTo(Callers.PUBLIC_URL + "/ap/statuses/" + post + "\n");
    }

    @Test
    void areFilesWithTheNamesThatMastodonGivesThem() {
        as(ana).get("/api/social/exports/follows")
                .then()
                .header("Content-Disposition", is("attachment; filename=\"following_accounts.csv\""))
                .header("Cache-Control", is("no-store"));
        assertThat(taken("bookmarks")).isEmpty();
        assertThat(as(new Seed().person("Mia"))
                        .get("/api/social/exports/blocks")
                        .asString())
                .isEmpty();
        anonymous().get("/api/social/exports/follows").then().statusCode(401);
        as(ana).get("/api/social/exports/likes").then().statusCode(404);
    }

    @Test
    void areRunByNoSpreadsheet() {
        sql.run("UPDATE social_actors SET username = '=cmd' WHERE username = 'zoe'");
        follows("=cmd");

        assertThat(taken("follows")).contains("\n'=cmd@elsewhere.example,true");
    }

    @Test
    void areWholeHoweverManyPagesItTakes() {
        sql.run(
                "INSERT INTO internal.server_block (actor_id, domain) SELECT ?, 's' || n || '.example'"
                        + " FROM generate_series(1, %d) n".formatted(Exports.PAGE + 7),
                actorId(ana));

        assertThat(taken("servers").lines()).hasSize(Exports.PAGE + 7).doesNotHaveDuplicates();
    }

    /** Of three hundred of another server, each of whom has to do with twenty. */
    @Test
    void areReadThroughIndexes() {
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                SELECT 'n' || n, 'many.example', 'https://many.example/' || n, 'i', 'o', 'f', 'g', 'k', now() FROM generate_series(1, 300) n
                """);
        var pairs =
                " SELECT a.id, b.id FROM social_actors a JOIN social_actors b ON b.id <> a.id AND b.username LIKE 'n1%' LIMIT 6000";
        sql.run("INSERT INTO internal.actor_block (actor_id, target_actor_id)" + pairs);
        sql.run("INSERT INTO internal.actor_mute (actor_id, target_actor_id)" + pairs);
        sql.run("INSERT INTO social_follows (actor_id, target_actor_id)" + pairs);
        sql.run("INSERT INTO internal.server_block (actor_id, domain)"
                + " SELECT a.id, n || '.example' FROM social_actors a, generate_series(1, 20) n");
        sql.run("INSERT INTO social_statuses (uri, actor_id, visibility, content, published)"
                + " SELECT a.uri || '/1', a.id, 'public', 'Hola', now() FROM social_actors a");
        sql.run("INSERT INTO internal.bookmark (actor_id, status_id)"
                + " SELECT a.id, s.id FROM social_actors a, social_statuses s LIMIT 6000");
        Planner.knows("social_actors, social_follows, social_statuses, internal.actor_block, internal.actor_mute,"
                + " internal.bookmark, internal.server_block");

        for (var kind : Kind.values()) {
            assertThat(Plan.of(pool, Exports.page(kind), Tuple.of(ana.id(), "", Exports.PAGE)))
                    .as(kind.label())
                    .contains("Index")
                    .doesNotContain(
                            "Seq Scan on social_follows",
                            "Seq Scan on actor_block",
                            "Seq Scan on actor_mute",
                            "Seq Scan on server_block",
                            "Seq Scan on bookmark");
        }
    }
}
