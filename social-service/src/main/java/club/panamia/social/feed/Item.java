package club.panamia.social.feed;

import club.panamia.social.home.Home;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * One post in a feed. Where its author warns of it, the warning stands for all that it says and shows.
 *
 * @param tags without the hash
 */
record Item(
        String uri, String page, String html, Instant published, Instant changed, List<String> tags, List<File> files) {

    /** {@code s} is a post. Only of sounds and films is it the very file whose length is kept. */
    static final String COLUMNS = """
            s.id, s.uri, s.content, s.content_warning, s.published, coalesce(s.edited_at, s.published) AS changed,
                   (SELECT q.options FROM internal.poll q WHERE q.status_id = s.id) AS answers,
                   coalesce((SELECT jsonb_agg(t.name ORDER BY t.id) FROM social_tags t
                              WHERE t.status_id = s.id AND t.type = 'Hashtag'), '[]') AS hashtags,
                   coalesce((SELECT jsonb_agg(jsonb_build_object(
                                      'type', m.type, 'mediaType', m.media_type, 'url', m.url, 'description', m.description,
                                      'width', m.width, 'height', m.height, 'durationMs', m.duration_ms,
                                      'bytes', CASE WHEN m.type <> 'image' THEN file.bytes END) ORDER BY m.position)
                               FROM social_attachments m LEFT JOIN internal.social_upload file ON file.id = m.id
                              WHERE m.status_id = s.id), '[]') AS files
            """;

    static Item of(Row row, Home home) {
        var warning = row.getString("content_warning");
        var isOpen = warning == null;
        return new Item(
                row.getString("uri"),
                home.post(row.getString("username"), row.getString("id")),
                isOpen ? said(row) : paragraph(warning),
                row.getOffsetDateTime("published").toInstant(),
                row.getOffsetDateTime("changed").toInstant(),
                isOpen ? tags(row.getJsonArray("hashtags")) : List.of(),
                isOpen ? files(row.getJsonArray("files")) : List.of());
    }

    /** The one that programs fetch on their own: RSS has room for one. */
    Optional<File> enclosure() {
        return files.stream().filter(file -> file.bytes() != null).findFirst();
    }

    /** With the answers that it asks for, which one can give on its page. */
    private static String said(Row row) {
        var said = Optional.ofNullable(row.getString("content")).orElse("");
        var answers = row.getArrayOfStrings("answers");
        return answers == null
                ? said
                : said
                        + Stream.of(answers)
                                .map(Entities::escape)
                                .collect(Collectors.joining("</li><li>", "<ul><li>", "</li></ul>"));
    }

    private static String paragraph(String text) {
        return "<p>" + Entities.escape(text) + "</p>";
    }

    private static List<String> tags(JsonArray names) {
        return names.stream().map(name -> ((String) name).substring(1)).toList();
    }

    private static List<File> files(JsonArray files) {
        return files.stream().map(file -> File.of((JsonObject) file)).toList();
    }

    /**
     * A picture, a sound or a film.
     *
     * @param kind image, audio or video, which Media RSS calls its medium
     * @param bytes null where that is not known exactly
     */
    record File(
            String kind,
            String mediaType,
            String url,
            @Nullable String description,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer durationMs,
            @Nullable Integer bytes) {

        static File of(JsonObject json) {
            return new File(
                    json.getString("type"),
                    json.getString("mediaType"),
                    json.getString("url"),
                    json.getString("description"),
                    json.getInteger("width"),
                    json.getInteger("height"),
                    json.getInteger("durationMs"),
                    json.getInteger("bytes"));
        }

        /** In whole seconds, as Media RSS has it. */
        @Nullable
        Integer seconds() {
            return durationMs == null ? null : Math.ceilDiv(durationMs, 1000);
        }
    }
}
