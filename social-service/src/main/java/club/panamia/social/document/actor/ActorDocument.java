package club.panamia.social.document.actor;

import club.panamia.social.document.ActivityJson;
import club.panamia.social.home.Home;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** An actor as other servers read it (ActivityPub, section 4.1; FEP-521a for the second key). */
public final class ActorDocument {

    /** {@code a} is the actor, {@code k} its Ed25519 key. */
    public static final String COLUMNS = """
            a.id, a.version, a.uri, a.type, a.username, a.name, a.summary, a.icon_url, a.header_url, a.fields, a.inbox_url, a.outbox_url, a.followers_url,
                   a.following_url, a.shared_inbox_url, a.public_key, a.manually_approves_followers, a.discoverable,
                   coalesce(a.indexable, a.discoverable) AS indexable, a.standing, a.also_known_as, a.moved_to,
                   k.public_key AS multikey,
                   to_char(a.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
            """;

    private ActorDocument() {}

    static String tag(Row row) {
        return "\"c%d\"".formatted(row.getInteger("version"));
    }

    public static JsonObject of(Row row, Home home) {
        var document = isSuspended(row) ? bare(row).put("suspended", true) : whole(row, home);
        return multikey(document, row.getString("uri"), row.getString("multikey"));
    }

    static boolean isSuspended(Row row) {
        return "suspended".equals(row.getString("standing"));
    }

    /** What nothing can be checked without that the actor signed before. */
    private static JsonObject bare(Row row) {
        var uri = row.getString("uri");
        return ActivityJson.document()
                .put("id", uri)
                .put("type", row.getString("type"))
                .put("preferredUsername", row.getString("username"))
                .put("inbox", row.getString("inbox_url"))
                .put("outbox", row.getString("outbox_url"))
                .put("followers", row.getString("followers_url"))
                .put("following", row.getString("following_url"))
                .put("endpoints", new JsonObject().put("sharedInbox", row.getString("shared_inbox_url")))
                .put("publicKey", key(uri, row.getString("public_key")));
    }

    private static JsonObject whole(Row row, Home home) {
        var document = bare(row)
                .put("name", row.getString("name"))
                .put("summary", row.getString("summary"))
                .put("url", home.profile(row.getString("username")))
                .put("featured", row.getString("uri") + "/featured")
                .put("manuallyApprovesFollowers", row.getBoolean("manually_approves_followers"))
                .put("discoverable", row.getBoolean("discoverable"))
                .put("indexable", row.getBoolean("indexable"))
                .put("attachment", fields(row.getJsonArray("fields")))
                .put("published", row.getString("since"));
        picture(document, "icon", row.getString("icon_url"));
        picture(document, "image", row.getString("header_url"));
        if (!row.getJsonArray("also_known_as").isEmpty()) {
            document.put("alsoKnownAs", row.getJsonArray("also_known_as"));
        }
        if (row.getString("moved_to") != null) {
            document.put("movedTo", row.getString("moved_to"));
        }
        return document;
    }

    private static JsonObject key(String uri, String pem) {
        return new JsonObject().put("id", uri + "#main-key").put("owner", uri).put("publicKeyPem", pem);
    }

    private static JsonArray fields(JsonArray kept) {
        var fields = new JsonArray();
        kept.stream()
                .map(JsonObject.class::cast)
                .map(field -> field.copy().put("type", "PropertyValue"))
                .forEach(fields::add);
        return fields;
    }

    private static void picture(JsonObject document, String term, @Nullable String url) {
        if (url != null) {
            document.put(
                    term,
                    new JsonObject()
                            .put("type", "Image")
                            .put("mediaType", "image/jpeg")
                            .put("url", url));
        }
    }

    private static JsonObject multikey(JsonObject document, String uri, @Nullable String multikey) {
        return multikey == null
                ? document
                : document.put(
                        "assertionMethod",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", uri + "#ed25519-key")
                                        .put("type", "Multikey")
                                        .put("controller", uri)
                                        .put("publicKeyMultibase", multikey)));
    }
}
