package club.panamia.social.instance;

import static club.panamia.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;

import club.panamia.social.Peer;
import club.panamia.social.signature.Form;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Another server as it sends something to one of ours, which may die meanwhile. */
record Sender(Instance to) {

    private static final String TYPE = "application/activity+json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Somebody's act; also in what it is done to, it names only ids. */
    static JsonObject activity(String actor, String id, String type, Object object) {
        return new JsonObject()
                .put("id", actor + "/" + id)
                .put("type", type)
                .put("actor", actor)
                .put("object", object);
    }

    /** Again and again, until they have all been taken. */
    void send(List<JsonObject> activities) {
        activities.forEach(activity -> eventually("it is taken", PATIENCE, () -> isTaken(activity)));
    }

    private boolean isTaken(JsonObject activity) {
        var inbox = URI.create(to.url() + "/ap/inbox");
        var message =
                Peer.signed(activity.getString("actor"), Peer.KEYS, Form.CAVAGE, "POST", inbox, activity.encode());
        var request = given().baseUri(to.url()).contentType(TYPE).body(message.body());
        message.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        return statusOf(() -> request.post("/ap/inbox").statusCode()) == 202;
    }

    private interface Call {
        int status() throws IOException;
    }

    /** 0 where nobody answers. */
    private static int statusOf(Call call) {
        try {
            return call.status();
        } catch (IOException dead) {
            return 0;
        }
    }
}
