package club.panamia.auth.provider;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must not be forgotten between the two steps of a sign-in.
 *
 * @param target where to go afterwards
 * @param linking who is signed in and links the account to theirs; null when somebody signs in
 */
record Flow(String target, @Nullable Linking linking, Instant began) {

    /** A person and the session in which they asked for it, by its public id. */
    record Linking(String userId, String sessionId) {}

    boolean isOver(Instant now) {
        return now.isAfter(began.plus(Tenants.LIFE_OF_FLOW));
    }

    String encode() {
        var json = new JsonObject().put("target", target).put("began", began.getEpochSecond());
        if (linking != null) {
            json.put("user", linking.userId()).put("session", linking.sessionId());
        }
        return json.encode();
    }

    static Flow decode(String text) {
        var json = new JsonObject(text);
        var linking = json.containsKey("user") ? new Linking(json.getString("user"), json.getString("session")) : null;
        return new Flow(json.getString("target"), linking, Instant.ofEpochSecond(json.getLong("began")));
    }
}
