package club.panamia.social.document.note;

import club.panamia.social.audience.Visibility;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.home.Home;
import club.panamia.social.media.MediaLinks;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** A post as other servers read it (ActivityStreams vocabulary, Note). */
public final class NoteDocument {

    static final String VERSION = "s.version, %s AS poll".formatted(Question.ASKED);

    /** {@code s} and {@code a} are as in {@link club.panamia.social.audience.Audience#FROM}. */
    public static final String COLUMNS = """
            s.id, s.version, s.uri, s.type, s.content, s.source, s.content_warning, s.language, s.in_reply_to_uri, s.recipient_to,
                   s.recipient_cc, CAST(s.visibility AS text) AS visibility, s.location - 'precision' AS location, s.published AS at, a.uri AS actor_uri, a.username,
                   to_char(s.published AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS published,
                   to_char(s.edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS edited,
                   %s AS poll,
                   (SELECT f.uri FROM internal.federated_article f WHERE f.article_id = s.article_id AND f.withdrawn_at IS NULL)
                     AS article_uri,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('type', t.type, 'href', t.href, 'name', t.name)
                                                || CASE WHEN e.id IS NULL THEN '{}'
                                                        ELSE jsonb_build_object('emoji', e.id, 'shortcode', e.shortcode,
                                                               'mediaType', e.media_type, 'since', to_char(
                                                                 e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                                                   END ORDER BY t.id)
                               FROM social_tags t
                               LEFT JOIN internal.custom_emoji e
                                 ON t.type = 'Emoji' AND e.shortcode = btrim(t.name, ':') AND e.state = 'stored'
                              WHERE t.status_id = s.id), '[]') AS tags,
                   coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                                      'type', initcap(m.type), 'mediaType', m.media_type, 'url', m.url, 'name', m.description,
                                      'blurhash', m.blurhash, 'width', m.width, 'height', m.height,
                                      'focalPoint', CASE WHEN m.focal_x IS NOT NULL THEN jsonb_build_array(m.focal_x, m.focal_y) END,
                                      'duration', 'PT' || trim_scale(m.duration_ms / 1000.0) || 'S')) ORDER BY m.position)
                               FROM social_attachments m WHERE m.status_id = s.id), '[]') AS attachments
            """.formatted(Question.ASKED);

    private NoteDocument() {}

    static String tag(Row row) {
        return "\"s%d%s\"".formatted(row.getInteger("version"), Question.tag(row.getJsonObject("poll")));
    }

    /** Without a context: it may stand within another document. */
    public static JsonObject of(Row row, Home home) {
        var uri = row.getString("uri");
        var note = new JsonObject()
                .put("id", uri)
                .put("type", row.getString("type"))
                .put("attributedTo", row.getString("actor_uri"))
                .put("to", row.getJsonArray("recipient_to"))
                .put("cc", row.getJsonArray("recipient_cc"))
                .put("published", row.getString("published"))
                .put("url", home.post(row.getString("username"), row.getString("id")))
                .put("summary", row.getString("content_warning"))
                .put("sensitive", row.getString("content_warning") != null)
                .put("inReplyTo", row.getString("in_reply_to_uri"))
                .put("content", row.getString("content"))
                .put("tag", tags(row.getJsonArray("tags"), home))
                .put("attachment", row.getJsonArray("attachments"))
                .put("replies", uri + "/replies");
        if (row.getJsonObject("location") != null) {
            note.put("location", row.getJsonObject("location"));
        }
        announced(note, row.getString("article_uri"));
        Question.ask(note, row.getJsonObject("poll"));
        source(note, row.getString("source"));
        language(note, row.getString("language"), row.getString("content"));
        if (row.getString("edited") != null) {
            note.put("updated", row.getString("edited"));
        }
        return note;
    }

    /** That it was said. */
    public static JsonObject creation(Row row, Home home) {
        return new JsonObject()
                .put("id", row.getString("uri") + "/activity")
                .put("type", "Create")
                .put("actor", row.getString("actor_uri"))
                .put("published", row.getString("published"))
                .put("to", row.getJsonArray("recipient_to"))
                .put("cc", row.getJsonArray("recipient_cc"))
                .put("object", of(row, home));
    }

    /** The same of what is for few: its files are at addresses that are good for a while. */
    public static JsonObject forFew(JsonObject document, MediaLinks links) {
        var note = document.getJsonObject("object", document);
        note.getJsonArray("attachment").stream()
                .map(JsonObject.class::cast)
                .forEach(file -> file.put("url", links.shown(file.getString("url"), Visibility.FOLLOWERS)));
        return document;
    }

    /** As a document of its own. */
    public static JsonObject alone(JsonObject object) {
        return ActivityJson.document().mergeIn(object);
    }

    /** A picture that is gone is none. Others may be added. */
    private static JsonArray tags(JsonArray rows, Home home) {
        return rows.stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.containsKey("emoji") || !"Emoji".equals(row.getString("type")))
                .map(row -> row.containsKey("emoji") ? emoji(row, home) : row)
                .collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
    }

    private static JsonObject emoji(JsonObject row, Home home) {
        return EmojiDocumentResource.of(
                home,
                row.getString("emoji"),
                row.getString("shortcode"),
                row.getString("href"),
                row.getString("mediaType"),
                row.getString("since"));
    }

    /** The article that it announces, as an object link (FEP-e232). */
    private static void announced(JsonObject note, @Nullable String article) {
        if (article != null) {
            note.getJsonArray("tag")
                    .add(new JsonObject()
                            .put("type", "Link")
                            .put("mediaType", ActivityJson.LD_TYPE + "; profile=\"" + ActivityJson.STREAMS + "\"")
                            .put("href", article));
        }
    }

    private static void source(JsonObject note, @Nullable String source) {
        if (source != null) {
            note.put("source", new JsonObject().put("content", source).put("mediaType", "text/markdown"));
        }
    }

    private static void language(JsonObject note, @Nullable String language, @Nullable String content) {
        if (language != null) {
            note.put("contentMap", new JsonObject().put(language, content));
        }
    }
}
