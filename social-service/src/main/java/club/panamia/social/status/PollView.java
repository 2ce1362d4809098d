package club.panamia.social.status;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a post asks, and what is known of the answers: all of it to its author, to who has voted, and when it is over. */
@Schema(name = "Poll", description = "What a post asks")
public record PollView(
        @Schema(required = true, description = "Whether one may choose several")
        boolean multiple,

        @Nullable @Schema(description = "Absent where another server asks without an end")
        Instant endsAt,

        @Schema(required = true) boolean ended,

        @Schema(required = true, description = "How many have voted")
        int votersCount,

        @Schema(required = true, description = "Whether I have voted")
        boolean voted,

        @Schema(required = true) List<Option> options) {

    /** {@code s} and {@code viewer} are as in {@link club.panamia.social.audience.Audience}. */
    public static final String COLUMN = """
            CASE WHEN s.type = 'Question' THEN (
                     SELECT jsonb_build_object(
                              'multiple', q.multiple, 'endsAt', q.ends_at, 'ended', coalesce(q.ends_at <= now(), false), 'votersCount', q.voters_count,
                              'options', to_jsonb(q.options), 'chosen', to_jsonb(mine.choices),
                              'votes', CASE WHEN q.ends_at <= now() OR mine.choices IS NOT NULL OR s.actor_id = (SELECT id FROM viewer)
                                            THEN to_jsonb(q.votes) END)
                       FROM internal.poll q
                       LEFT JOIN internal.ballot mine ON mine.status_id = q.status_id AND mine.actor_id = (SELECT id FROM viewer)
                      WHERE q.status_id = s.id) END AS poll
            """;

    /** An answer that can be chosen. */
    @Schema(name = "PollOption")
    public record Option(
            @Schema(required = true) String name,

            @Nullable @Schema(description = "Absent before I have voted, while the poll lasts and is not mine")
            Integer votes,

            @Schema(required = true, description = "Whether I chose it")
            boolean chosen) {}

    /** Of what {@link #COLUMN} says; nothing where the post asks nothing. */
    public static @Nullable PollView of(@Nullable JsonObject poll) {
        if (poll == null) {
            return null;
        }
        var chosen = poll.getJsonArray("chosen");
        var names = poll.getJsonArray("options");
        return new PollView(
                poll.getBoolean("multiple"),
                end(poll.getString("endsAt")),
                poll.getBoolean("ended"),
                poll.getInteger("votersCount"),
                chosen != null,
                IntStream.range(0, names.size())
                        .mapToObj(place -> option(place, names, poll.getJsonArray("votes"), chosen))
                        .toList());
    }

    private static @Nullable Instant end(@Nullable String time) {
        return time == null ? null : OffsetDateTime.parse(time).toInstant();
    }

    private static Option option(int place, JsonArray names, @Nullable JsonArray votes, @Nullable JsonArray chosen) {
        return new Option(
                names.getString(place),
                votes == null ? null : votes.getInteger(place),
                chosen != null && chosen.contains(place));
    }
}
