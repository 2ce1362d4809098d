package club.panamia.social.status;

import club.panamia.kernel.page.Cursor;
import club.panamia.social.audience.Visibility;
import club.panamia.social.emoji.Emoji;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.place.Place;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A post as one viewer sees it; to whom else it was sent stays with its author. */
@Schema(name = "Status", description = "A post")
public record StatusView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "The post's ActivityPub id")
        String uri,

        @Nullable String url,
        @Schema(required = true) String type,
        @Schema(required = true) Visibility visibility,

        @Nullable @Schema(description = "HTML") String content,

        @Nullable String contentWarning,
        @Nullable String language,
        @Schema(required = true) Instant published,

        @Nullable @Schema(description = "Absent where it says what it always said")
        Instant editedAt,

        @Nullable @Schema(description = "When it goes by itself")
        Instant expiresAt,

        @Nullable @Schema(description = "The post that it answers, while that is here")
        String inReplyToId,

        @Nullable @Schema(description = "The ActivityPub id of the post that it answers")
        String inReplyToUri,

        @Nullable String articleId,
        @Nullable Place location,
        @Schema(required = true) int repliesCount,
        @Schema(required = true) int likesCount,
        @Schema(required = true) int announcesCount,

        @Schema(required = true, description = "Whether I like it")
        boolean liked,

        @Schema(required = true, description = "Whether I have boosted it")
        boolean boosted,

        @Schema(required = true) Author actor,

        @Nullable @Schema(description = "Who handed it on to me, where its author did not")
        Boost boostedBy,

        @Nullable @Schema(description = "What it asks, where it is a Question that one can answer by choosing")
        PollView poll,

        @Schema(required = true, description = "Who is named in it")
        List<Mention> mentions,

        @Schema(required = true, description = "In small letters, without the hash")
        List<String> hashtags,

        @Schema(required = true, description = "What stands for :shortcode: in what it says")
        List<Emoji> emojis,

        @Schema(required = true) List<Attachment> attachments,

        @Schema(required = true, description = "The filters of mine that it meets on this list, of those that warn")
        List<Filtered> filtered) {

    /** What a view is made of; {@code s} and {@code a} are as in {@link club.panamia.social.audience.Audience#FROM}. */
    public static final String COLUMNS = """
            s.id, s.uri, s.url, s.type, CAST(s.visibility AS text) AS visibility, s.content, s.content_warning, s.language,
                   s.published, s.edited_at, s.expires_at, s.in_reply_to_id, s.in_reply_to_uri, s.article_id, s.location,
                   s.replies_count, s.likes_count, s.announces_count,
                   EXISTS (SELECT FROM social_likes k WHERE k.status_id = s.id AND k.actor_id = (SELECT id FROM viewer)) AS liked,
                   EXISTS (SELECT FROM internal.boost k WHERE k.status_id = s.id AND k.actor_id = (SELECT id FROM viewer)) AS boosted,
                   %s,
                   a.id AS actor_id, a.username, a.domain, a.uri AS actor_uri, a.name, a.icon_url, a.emojis,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('name', t.name, 'href', t.href, 'type', t.type) ORDER BY t.id)
                               FROM social_tags t
                              WHERE t.status_id = s.id), '[]') AS tags,
                   coalesce((SELECT jsonb_agg(jsonb_build_object(
                                      'id', m.id, 'type', m.type, 'mediaType', m.media_type, 'url', m.url,
                                      'previewUrl', m.preview_url, 'description', m.description, 'blurhash', m.blurhash,
                                      'width', m.width, 'height', m.height, 'focalX', m.focal_x, 'focalY', m.focal_y,
                                      'durationMs', m.duration_ms, 'peaks', m.peaks) ORDER BY m.position)
                               FROM social_attachments m
                              WHERE m.status_id = s.id), '[]') AS attachments
            """.formatted(PollView.COLUMN.strip());

    /** Who said it. */
    @Schema(name = "StatusAuthor")
    public record Author(
            @Schema(required = true) String id,
            @Schema(required = true) String username,
            @Schema(required = true) String domain,
            @Schema(required = true) String uri,
            @Nullable String name,
            @Nullable String iconUrl,

            @Schema(required = true, description = "What stands for :shortcode: in the name")
            List<Emoji> emojis) {

        static Author of(Row row) {
            return new Author(
                    row.getString("actor_id"),
                    row.getString("username"),
                    row.getString("domain"),
                    row.getString("actor_uri"),
                    row.getString("name"),
                    row.getString("icon_url"),
                    Emoji.of(row.getJsonArray("emojis")));
        }
    }

    /** Who handed a post on, and when. */
    @Schema(name = "StatusBoost")
    public record Boost(
            @Schema(required = true) String id,
            @Schema(required = true) Instant at,
            @Schema(required = true) String actorId,
            @Schema(required = true) String username,
            @Nullable String name) {

        /** Where a list has such things in it at all. */
        static @Nullable Boost of(Row row) {
            return row.getColumnIndex("booster_id") < 0 || row.getString("booster_id") == null
                    ? null
                    : new Boost(
                            row.getString("boost_id"),
                            row.getOffsetDateTime("boosted_at").toInstant(),
                            row.getString("booster_id"),
                            row.getString("booster_username"),
                            row.getString("booster_name"));
        }
    }

    /** Somebody who is named in a post. */
    @Schema(name = "StatusMention")
    public record Mention(
            @Schema(required = true, description = "@name@domain")
            String name,

            @Nullable @Schema(description = "The actor's ActivityPub id")
            String uri) {}

    /** A filter that a post meets. */
    @Schema(name = "StatusFilter")
    public record Filtered(
            @Schema(required = true) String id,
            @Schema(required = true) String phrase) {

        /** On a list that asks for it. */
        public static List<Filtered> of(Row row) {
            var met = row.getColumnIndex("filtered") < 0 ? null : row.getJsonArray("filtered");
            return met == null
                    ? List.of()
                    : met.stream()
                            .map(JsonObject.class::cast)
                            .map(json -> new Filtered(json.getString("id"), json.getString("phrase")))
                            .toList();
        }
    }

    public static StatusView of(Row row, MediaLinks links) {
        var visibility = Visibility.of(row.getString("visibility"));
        var tags = row.getJsonArray("tags").stream().map(JsonObject.class::cast).toList();
        return new StatusView(
                row.getString("id"),
                row.getString("uri"),
                row.getString("url"),
                row.getString("type"),
                visibility,
                row.getString("content"),
                row.getString("content_warning"),
                row.getString("language"),
                row.getOffsetDateTime("published").toInstant(),
                instant(row.getOffsetDateTime("edited_at")),
                instant(row.getOffsetDateTime("expires_at")),
                row.getString("in_reply_to_id"),
                row.getString("in_reply_to_uri"),
                row.getString("article_id"),
                Place.of(row.getJsonObject("location")),
                row.getInteger("replies_count"),
                row.getInteger("likes_count"),
                row.getInteger("announces_count"),
                row.getBoolean("liked"),
                row.getBoolean("boosted"),
                Author.of(row),
                Boost.of(row),
                PollView.of(row.getJsonObject("poll")),
                mentions(tags),
                hashtags(tags),
                Emoji.ofTags(tags),
                attachments(row.getJsonArray("attachments"), visibility, links),
                Filtered.of(row));
    }

    public Cursor position() {
        return boostedBy == null ? Cursor.of(published, id) : Cursor.of(boostedBy.at(), boostedBy.id());
    }

    private static List<Attachment> attachments(JsonArray documents, Visibility visibility, MediaLinks links) {
        return documents.stream()
                .map(JsonObject.class::cast)
                .map(json -> Attachment.of(json, visibility, links))
                .toList();
    }

    private static List<Mention> mentions(List<JsonObject> tags) {
        return tags.stream()
                .filter(tag -> "Mention".equals(tag.getString("type")))
                .map(tag -> new Mention(tag.getString("name"), tag.getString("href")))
                .toList();
    }

    private static List<String> hashtags(List<JsonObject> tags) {
        return tags.stream()
                .filter(tag -> "Hashtag".equals(tag.getString("type")))
                .map(tag -> tag.getString("name").substring(1))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
