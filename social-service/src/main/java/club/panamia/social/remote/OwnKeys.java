package club.panamia.social.remote;

import club.panamia.social.key.PeerKey;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The keys in an actor's document that are the actor's own and can be read: RSA in PEM, Ed25519 as Multikeys (FEP-521a). */
final class OwnKeys {

    private static final int MOST = 8;

    private OwnKeys() {}

    static JsonArray of(JsonObject actor, String uri) {
        var keys = new JsonArray();
        for (var key : Ld.objects(actor, "publicKey")) {
            add(keys, uri, key, "owner", "publicKeyPem", "rsa");
        }
        for (var key : Ld.objects(actor, "assertionMethod")) {
            add(keys, uri, key, "controller", "publicKeyMultibase", "ed25519");
        }
        return keys;
    }

    private static void add(JsonArray keys, String uri, JsonObject key, String owner, String value, String kind) {
        var id = Ld.id(key);
        var text = Ld.text(key, value);
        if (id != null
                && text != null
                && keys.size() < MOST
                && Host.isSame(uri, id)
                && uri.equals(Ld.ref(key, owner))
                && canBeRead(kind, text)) {
            keys.add(new JsonObject().put("key_id", id).put("kind", kind).put("public_key", text));
        }
    }

    private static boolean canBeRead(String kind, String text) {
        try {
            return ("rsa".equals(kind) ? PeerKey.ofPem(text) : PeerKey.ofMultikey(text)).getEncoded() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
