package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;

import club.panamia.social.Peer;
import club.panamia.social.inbox.InboxOfTests;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana of this server, and Ben of another one, who does things that Ana's server hears of. */
abstract class Elsewhere {

    private static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";

    final Sql sql = TestDatabase.get().sql();
    final Peer peer = new Peer();
    Person ana;
    String anaUri;
    String ben;

    @Inject
    InboxOfTests inbox;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        anaUri = Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana);
        ben = peer.actor("Ben");
    }

    @AfterEach
    void close() {
        peer.hasHeardWholeActivities();
        peer.close();
    }

    JsonObject activity(String type, Object object) {
        return new JsonObject()
                .put("id", ben + "/activities/" + UUID.randomUUID())
                .put("type", type)
                .put("actor", ben)
                .put("object", object);
    }

    void send(JsonObject activity) {
        Peer.send(ben, "/ap/inbox", activity).statusCode(202);
        inbox.drain();
    }

    JsonObject note(String id, String content) {
        return new JsonObject()
                .put("id", ben + "/notes/" + id)
                .put("type", "Note")
                .put("attributedTo", ben)
                .put("content", content)
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", new JsonArray().add(EVERYBODY))
                .put("cc", new JsonArray().add(anaUri));
    }

    String states() {
        return String.join(" ", sql.list(String.class, "SELECT state FROM internal.inbox_activity ORDER BY id"));
    }

    long count(String table) {
        return sql.one(Long.class, "SELECT count(*) FROM " + table);
    }

    List<Map<String, Object>> outgoing() {
        return sql.rows("""
                SELECT o.actor_uri, o.body::jsonb ->> 'type' AS type, o.body::jsonb #>> '{object,id}' AS about, d.inbox_url
                  FROM internal.outgoing_activity o JOIN internal.delivery d ON d.activity_id = o.id ORDER BY o.id""");
    }
}
