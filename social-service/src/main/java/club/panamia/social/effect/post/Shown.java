package club.panamia.social.effect.post;

import club.panamia.social.rule.ServerRules;
import club.panamia.social.wire.ForeignHtml;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pictures, sounds and films of a post of another server, which stay there: sixteen at most. */
final class Shown {

    private static final int MOST = 16;
    private static final int LONGEST_WORDS = 1500;
    private static final int LONGEST_HASH = 100;
    private static final int LARGEST = 100_000;
    private static final List<String> KINDS = List.of("image", "audio", "video");

    /**
     * Keeps them where their server may show more than words; a statement that ends in a condition, or a part of one.
     *
     * @param post where the post's id comes from
     * @param domain where its author's domain does
     * @param from the tables that these are of, and that of {@code document}
     */
    static String keep(String post, String domain, String from, String document) {
        return """
                INSERT INTO social_attachments (status_id, type, media_type, url, description, blurhash, width, height, position)
                SELECT %s, m.type, m.media_type, m.url, m.description, m.blurhash, m.width, m.height, m.position - 1
                  FROM %s, ROWS FROM (
                    jsonb_to_recordset(%s) AS (type text, media_type text, url text, description text, blurhash text, width int,
                                               height int))
                    WITH ORDINALITY AS m (type, media_type, url, description, blurhash, width, height, position)
                 WHERE %s IS NOT true""".formatted(post, from, document, ServerRules.REJECTS_MEDIA.formatted(domain));
    }

    /**
     * Whether a post shows anything else than a document says, where its server may show more than words: a condition.
     *
     * @param post where the post's id comes from
     * @param domain where its author's domain does
     */
    static String isOther(String post, String domain, String document) {
        return """
                (%s IS NOT true AND jsonb_strip_nulls(%s) <> (
                    SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                                      'type', m.type, 'media_type', m.media_type, 'url', m.url, 'description', m.description,
                                      'blurhash', m.blurhash, 'width', m.width, 'height', m.height)) ORDER BY m.position), '[]')
                      FROM social_attachments m WHERE m.status_id = %s))""".formatted(ServerRules.REJECTS_MEDIA.formatted(domain), document, post);
    }

    private Shown() {}

    static JsonArray in(JsonObject thing) {
        return new JsonArray(Ld.objects(thing, "attachment").stream()
                .map(Shown::one)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList());
    }

    /** Nothing, where it is of no kind that can be shown, or nowhere on the web. */
    private static Optional<JsonObject> one(JsonObject attachment) {
        var url = Ld.ref(attachment, "url");
        var mediaType = Objects.requireNonNullElse(Ld.text(attachment, "mediaType"), "");
        var kind = kind(mediaType.isEmpty() ? Ld.type(attachment) : mediaType);
        if (kind == null || mediaType.length() > LONGEST_HASH || Host.of(url).isEmpty()) {
            return Optional.empty();
        }
        var hash = Ld.text(attachment, "blurhash");
        return Optional.of(new JsonObject()
                .put("type", kind)
                .put("media_type", mediaType.isEmpty() ? kind + "/*" : mediaType)
                .put("url", url)
                .put("description", ForeignHtml.words(Ld.text(attachment, "name"), LONGEST_WORDS))
                .put("blurhash", hash == null || hash.length() > LONGEST_HASH ? null : hash)
                .put("width", length(attachment, "width"))
                .put("height", length(attachment, "height")));
    }

    private static @Nullable String kind(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return KINDS.stream().filter(lower::startsWith).findFirst().orElse(null);
    }

    private static @Nullable Integer length(JsonObject attachment, String term) {
        return Ld.value(attachment, term) instanceof Number number
                        && number.intValue() > 0
                        && number.intValue() < LARGEST
                ? number.intValue()
                : null;
    }
}
