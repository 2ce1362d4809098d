package club.panamia.social.delivery;

import club.panamia.social.signature.Form;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One activity on its way to one inbox.
 *
 * @param host whom it goes to, as what is known of servers is kept
 * @param attempts this one among them
 * @param sealedKey of its actor; null where there is none any more
 * @param form of signatures that the other server has understood
 */
record Delivery(
        String id,
        String host,
        String inboxUrl,
        int attempts,
        String uri,
        String kind,
        @Nullable String statusId,
        @Nullable String body,
        String actorId,
        String actorUri,
        byte @Nullable [] sealedKey,
        Form form) {

    static Delivery of(Row row) {
        var key = row.getBuffer("sealed_key");
        return new Delivery(
                row.getString("id"),
                row.getString("host"),
                row.getString("inbox_url"),
                row.getInteger("attempts"),
                row.getString("uri"),
                row.getString("kind"),
                row.getString("status_id"),
                row.getString("body"),
                row.getString("actor_id"),
                row.getString("actor_uri"),
                key == null ? null : key.getBytes(),
                Form.of(row.getString("signature")));
    }

    /** What was written down as it stands. */
    Optional<JsonObject> whole() {
        return Optional.ofNullable(body).map(JsonObject::new);
    }
}
