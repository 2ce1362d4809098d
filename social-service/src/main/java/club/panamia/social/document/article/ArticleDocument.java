package club.panamia.social.document.article;

import club.panamia.kernel.request.ETag;
import club.panamia.social.audience.Audience;
import club.panamia.social.audience.Writers;
import club.panamia.social.home.Home;
import club.panamia.social.text.ArticleText;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** An article as other servers read it (ActivityStreams vocabulary, Article; FEP-b2b8). */
public final class ArticleDocument {

    /** An article {@code r} that others know as {@code f}, while both are out; {@code a} speaks for it, and stands behind it. */
    public static final String FROM = """
            internal.federated_article f
              JOIN articles r ON r.id = f.article_id AND r.status = 'published'
              JOIN social_actors a ON a.id = f.actor_id
              %sJOIN (SELECT) AS theirs ON %s""".formatted(Audience.HERE, Writers.STAND_BEHIND);

    static final String VERSION = """
            f.version, (SELECT coalesce(jsonb_agg(
                                 jsonb_build_object('actor', w.uri, 'followers', w.followers_url, 'screenname', w.screenname)
                                 ORDER BY w.actor_id IS NOT DISTINCT FROM f.actor_id DESC, w.place), '[]')
                          FROM %s) AS writers,
                   (SELECT q.uri FROM internal.federated_article q WHERE q.article_id = r.in_reply_to AND q.withdrawn_at IS NULL) AS answered
            """.formatted(Writers.OF_ARTICLE.strip());

    public static final String COLUMNS = """
            f.uri, r.slug, r.title, r.content, r.excerpt, r.cover_image, r.cover_image_alt, r.tags, r.language, a.uri AS actor_uri,
                   to_char(r.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS published,
                   to_char(f.edited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS edited,
                   %s""".formatted(VERSION);

    private ArticleDocument() {}

    static String tag(Row row) {
        var others = ETag.of(row.getJsonArray("writers").encode() + row.getString("answered"));
        return "\"a%d-%s".formatted(row.getInteger("version"), others.substring(1));
    }

    /** Without a context: it may stand within another document. Not for an event loop. */
    static JsonObject of(Row row, Home home) {
        var uri = row.getString("uri");
        var html = ArticleText.html(row.getString("content"), home);
        var article = addressed(row)
                .put("id", uri)
                .put("type", "Article")
                .put("attributedTo", attributedTo(row, home))
                .put("published", row.getString("published"))
                .put("url", home.article(row.getString("slug")))
                .put("inReplyTo", row.getString("answered"))
                .put("name", row.getString("title"))
                .put("summary", paragraph(row.getString("excerpt")))
                .put("sensitive", false)
                .put("content", html)
                .put("contentMap", new JsonObject().put(row.getString("language"), html))
                .put("tag", tags(row, home))
                .put("replies", uri + "/replies")
                .put("preview", preview(row, home));
        if (row.getString("cover_image") != null) {
            article.put("image", image(row, home));
        }
        if (row.getString("edited") != null) {
            article.put("updated", row.getString("edited"));
        }
        return article;
    }

    /** That it has come out. */
    public static JsonObject creation(Row row, Home home) {
        return addressed(row)
                .put("id", row.getString("uri") + "/activity")
                .put("type", "Create")
                .put("actor", row.getString("actor_uri"))
                .put("published", row.getString("published"))
                .put("object", of(row, home));
    }

    private static Stream<JsonObject> writers(Row row) {
        return row.getJsonArray("writers").stream().map(JsonObject.class::cast);
    }

    private static JsonObject addressed(Row row) {
        var followers = new JsonArray();
        writers(row)
                .map(writer -> writer.getString("followers"))
                .filter(Objects::nonNull)
                .forEach(followers::add);
        return new JsonObject().put("to", new JsonArray().add(Home.PUBLIC)).put("cc", followers);
    }

    /** Who speaks for it stands first; who does not take part, by name. */
    private static JsonArray attributedTo(Row row, Home home) {
        var people = new JsonArray();
        writers(row)
                .forEach(writer -> people.add(
                        writer.getString("actor") == null ? person(writer, home) : writer.getString("actor")));
        return people;
    }

    private static JsonObject person(JsonObject writer, Home home) {
        var name = writer.getString("screenname");
        return new JsonObject().put("type", "Person").put("name", name).put("url", home.profile(name));
    }

    private static JsonObject image(Row row, Home home) {
        var cover = row.getString("cover_image");
        return new JsonObject()
                .put("type", "Image")
                .put("url", cover.startsWith("/") ? home.at(cover) : cover)
                .put("name", row.getString("cover_image_alt"));
    }

    /** A hashtag has no blanks in it. */
    private static JsonArray tags(Row row, Home home) {
        var tags = new JsonArray();
        for (var tag : row.getArrayOfStrings("tags")) {
            var name = tag.replaceAll("[^\\p{L}\\p{M}\\p{N}_]", "");
            if (!name.isEmpty()) {
                tags.add(new JsonObject()
                        .put("type", "Hashtag")
                        .put("name", "#" + name)
                        .put("href", home.tag(name)));
            }
        }
        return tags;
    }

    /** For those who show short posts only. */
    private static JsonObject preview(Row row, Home home) {
        var page = Entities.escape(home.article(row.getString("slug")));
        var content = "<p><strong>%s</strong></p>%s<p><a href=\"%s\">%s</a></p>"
                .formatted(
                        Entities.escape(row.getString("title")),
                        Objects.requireNonNullElse(paragraph(row.getString("excerpt")), ""),
                        page,
                        page);
        return new JsonObject()
                .put("type", "Note")
                .put("attributedTo", row.getString("actor_uri"))
                .put("published", row.getString("published"))
                .put("content", content);
    }

    private static @Nullable String paragraph(@Nullable String words) {
        return words == null || words.isBlank() ? null : "<p>%s</p>".formatted(Entities.escape(words));
    }
}
