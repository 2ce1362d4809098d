package club.panamia.social.actor;

import club.panamia.social.emoji.Emoji;
import club.panamia.social.proof.ProvenLinks;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An actor as everybody sees it; no key, public or private, is any part of it. */
@Schema(name = "SocialActor", description = "Somebody who takes part in the fediverse")
public record ActorView(
        @Schema(required = true) String id,
        @Schema(required = true) String username,
        @Schema(required = true) String domain,

        @Schema(required = true, description = "The actor's ActivityPub id")
        String uri,

        @Schema(required = true) String type,
        @Nullable String name,
        @Nullable String summary,
        @Nullable String iconUrl,
        @Nullable String headerUrl,
        @Schema(required = true) List<ActorField> fields,
        @Schema(required = true) int followingCount,
        @Schema(required = true) int followersCount,
        @Schema(required = true) int statusCount,
        @Schema(required = true) boolean manuallyApprovesFollowers,

        @Schema(required = true, description = "Whether others may recommend them")
        boolean discoverable,

        @Schema(required = true, description = "Whether what they say to everybody may be searched")
        boolean indexable,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "What stands for :shortcode: in the name and summary")
        List<Emoji> emojis) {

    /** What a view is made of; {@code a} is the actor. */
    static final String COLUMNS = """
            a.id, a.username, a.domain, a.uri, a.type, a.name, a.summary, a.icon_url, a.header_url, a.fields, a.following_count,
                   a.followers_count, a.status_count, a.manually_approves_followers, a.discoverable,
                   coalesce(a.indexable, a.discoverable) AS indexable, a.created_at, a.emojis,
                   %s AS proven
            """.formatted(ProvenLinks.OF_ACTOR);

    static ActorView of(Row row) {
        return new ActorView(
                row.getString("id"),
                row.getString("username"),
                row.getString("domain"),
                row.getString("uri"),
                row.getString("type"),
                row.getString("name"),
                row.getString("summary"),
                row.getString("icon_url"),
                row.getString("header_url"),
                ActorField.of(row.getJsonArray("fields"), row.getJsonObject("proven")),
                row.getInteger("following_count"),
                row.getInteger("followers_count"),
                row.getInteger("status_count"),
                row.getBoolean("manually_approves_followers"),
                row.getBoolean("discoverable"),
                row.getBoolean("indexable"),
                row.getOffsetDateTime("created_at").toInstant(),
                Emoji.of(row.getJsonArray("emojis")));
    }

    /** The values of all fields, unless all are proven. */
    List<String> toProve() {
        var values = fields.stream().map(ActorField::value).toList();
        return fields.stream().allMatch(ActorField::hasProof) ? List.of() : values;
    }
}
