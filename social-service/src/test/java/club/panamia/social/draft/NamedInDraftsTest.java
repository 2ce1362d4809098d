package club.panamia.social.draft;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ana names Eve of another server, whom nobody here has met yet, in something that she says later. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class NamedInDraftsTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;

    @Inject
    PublishDueDrafts publishDueDrafts;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        peer.calls("eve", peer.actor("Eve"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void areMetWhenItIsPosted() {
        var id = draft("public");
        assertThat(peer.asked("GET", "/")).isEmpty();

        as(ana).post("/api/social/drafts/" + id + "/publication").then().statusCode(201);

        requireNamed();
    }

    @Test
    void areMetWhenItsTimeHasCome() throws Throwable {
        draft("quiet");
        sql.run("UPDATE internal.post_draft SET publish_at = now() - interval '1 minute', zone = 'America/New_York'");

        VertxContextSupport.subscribeAndAwait(publishDueDrafts::publish);

        requireNamed();
    }

    @Test
    void areNotAskedForWhereItStaysInTheHouseOrIsSomebodyElses() {
        var id = draft("local");
        var other = draft("public");

        as(ana).post("/api/social/drafts/" + id + "/publication").then().statusCode(201);
        as(joined("Zoe"))
                .post("/api/social/drafts/" + other + "/publication")
                .then()
                .statusCode(404);

        assertThat(peer.asked("GET", "/")).isEmpty();
    }

    private String draft(String visibility) {
        return as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Hola @eve@" + peer.host(), "visibility", visibility))
                .post("/api/social/drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void requireNamed() {
        assertThat(sql.list(String.class, "SELECT name FROM social_tags")).containsExactly("@Eve@" + peer.host());
        assertThat(sql.list(String.class, "SELECT inbox_url FROM internal.delivery"))
                .containsExactly(peer.url("/inbox"));
    }
}
