package club.panamia.social.document.note;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a post asks, as other servers read it (ActivityStreams vocabulary, Question; FEP-9967). What was chosen is told when it is
 * over, how many have voted at once.
 */
final class Question {

    static final String ASKED = """
            CASE WHEN s.type = 'Question' THEN (
                     SELECT jsonb_build_object(
                              'multiple', q.multiple, 'voters', q.voters_count, 'options', to_jsonb(q.options), 'over', q.ends_at <= now(),
                              'votes', CASE WHEN q.ends_at <= now() THEN to_jsonb(q.votes) END,
                              'end', to_char(q.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                       FROM internal.poll q WHERE q.status_id = s.id) END
            """.strip();

    private Question() {}

    /** What the version of the post does not tell. */
    static String tag(@Nullable JsonObject poll) {
        return poll == null ? "" : "-%d-%s".formatted(poll.getInteger("voters"), poll.getBoolean("over"));
    }

    static void ask(JsonObject note, @Nullable JsonObject poll) {
        if (poll == null) {
            return;
        }
        note.put(poll.getBoolean("multiple") ? "anyOf" : "oneOf", options(poll))
                .put("endTime", poll.getString("end"))
                .put("votersCount", poll.getInteger("voters"));
        if (poll.getBoolean("over")) {
            note.put("closed", poll.getString("end"));
        }
    }

    private static JsonArray options(JsonObject poll) {
        var names = poll.getJsonArray("options");
        var options = new JsonArray();
        for (var place = 0; place < names.size(); place++) {
            options.add(new JsonObject()
                    .put("type", "Note")
                    .put("name", names.getString(place))
                    .put("replies", replies(poll.getJsonArray("votes"), place)));
        }
        return options;
    }

    private static JsonObject replies(@Nullable JsonArray votes, int place) {
        var replies = new JsonObject().put("type", "Collection");
        return votes == null ? replies : replies.put("totalItems", votes.getInteger(place));
    }
}
