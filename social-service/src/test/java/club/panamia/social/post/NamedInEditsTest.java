package club.panamia.social.post;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ana names Ben and Eve of another server, whom nobody here has met yet, when she has a post say something else. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class NamedInEditsTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        peer.calls("ben", peer.actor("Ben")).calls("eve", peer.actor("Eve"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void areMetAndAddressedAndToldAndSoAreThoseWhoWereNamedBefore() {
        var id = said(ana, "Hola @ben@" + peer.host(), "quiet");
        sql.run("UPDATE social_actors SET shared_inbox_url = NULL WHERE username = 'Ben'");

        edit(id, "Hola @eve@" + peer.host());

        assertThat(sql.list(String.class, "SELECT name FROM social_tags WHERE status_id = ?", id))
                .containsExactly("@Eve@" + peer.host());
        assertThat(sql.list(String.class, "SELECT content FROM social_statuses"))
                .allSatisfy(content -> assertThat(content).contains("href=\"" + peer.url("/users/Eve")));
        assertThat(told()).containsExactlyInAnyOrder(peer.url("/users/Ben/inbox"), peer.url("/inbox"));
    }

    @Test
    void areNotAskedForWhereThePostStaysInTheHouse() {
        edit(said(ana, "Hola", "local"), "Hola @eve@" + peer.host());

        assertThat(peer.asked("GET", "/")).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void areNotAskedForByWhoHasNoSuchPost() {
        var id = said(ana, "Hola", "public");

        as(joined("Zoe"))
                .contentType(ContentType.JSON)
                .body(Map.of("content", "Hola @eve@" + peer.host()))
                .put("/api/social/statuses/" + id)
                .then()
                .statusCode(404);

        assertThat(peer.asked("GET", "/")).isEmpty();
    }

    private void edit(String id, String content) {
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", content))
                .put("/api/social/statuses/" + id)
                .then()
                .statusCode(200);
    }

    private List<String> told() {
        return sql.list(
                String.class,
                "SELECT d.inbox_url FROM internal.delivery d JOIN internal.outgoing_activity o ON o.id = d.activity_id"
                        + " WHERE o.kind = 'update'");
    }
}
