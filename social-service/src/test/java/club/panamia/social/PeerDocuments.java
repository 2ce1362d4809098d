package club.panamia.social;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** How another server of the fediverse writes of its actors. */
final class PeerDocuments {

    private PeerDocuments() {}

    static JsonObject actor(String id, String name, String sharedInbox, String pem) {
        return new JsonObject()
                .put("@context", List.of("https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"))
                .put("id", id)
                .put("type", "Person")
                .put("preferredUsername", name)
                .put("name", "Name of " + name)
                .put("summary", "<p>Hola</p><script>alert(1)</script>")
                .put("inbox", id + "/inbox")
                .put("outbox", id + "/outbox")
                .put("followers", id + "/followers")
                .put("following", id + "/following")
                .put("endpoints", Map.of("sharedInbox", sharedInbox))
                .put(
                        "publicKey",
                        new JsonObject()
                                .put("id", id + "#main-key")
                                .put("owner", id)
                                .put("publicKeyPem", pem));
    }

    /** Whom a handle leads to, in the form of WebFinger. */
    static JsonObject account(String account, String page, String actor) {
        var profile = Map.of("rel", "http://webfinger.net/rel/profile-page", "href", page);
        var self = Map.of("rel", "self", "type", Peer.TYPE, "href", actor);
        return new JsonObject().put("subject", account).put("links", List.of(profile, self));
    }
}
