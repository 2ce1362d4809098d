package club.panamia.social.effect.post;

import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a post of another server asks (ActivityStreams vocabulary, Question; FEP-9967). */
final class Asked {

    private static final int MOST_OPTIONS = 20;
    private static final int LONGEST_OPTION = 500;
    private static final long MOST_VOTES = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Asked() {}

    /**
     * Keeps it; a statement that ends in a condition, or a part of one.
     *
     * @param post where the post's id comes from
     * @param from the tables that it is of, and that of {@code document}
     */
    static String keep(String post, String from, String document) {
        return """
                INSERT INTO internal.poll AS p (status_id, is_remote, multiple, options, votes, voters_count, ends_at, closed_at)
                SELECT %s, true, q.multiple, q.options, q.votes, q.voters, q.ends_at, CASE WHEN q.ends_at <= now() THEN now() END
                  FROM %s,
                       jsonb_to_record(%s) AS q (multiple boolean, options text[], votes int[], voters int, ends_at timestamptz)
                 WHERE q.options IS NOT NULL""".formatted(post, from, document);
    }

    /** As one document; nothing, where nobody could choose. The names of answers stay as they are, for a vote is one of them. */
    static @Nullable JsonObject in(JsonObject thing, Instant now) {
        var multiple = Ld.value(thing, "anyOf") != null;
        var answers = Ld.objects(thing, multiple ? "anyOf" : "oneOf");
        var names = answers.stream().map(answer -> Ld.text(answer, "name")).toList();
        if (!Ld.type(thing).equals("Question") || !canBeToldApart(names)) {
            return null;
        }
        var votes = answers.stream().map(Asked::votes).toList();
        return new JsonObject()
                .put("multiple", multiple)
                .put("options", new JsonArray(names))
                .put("votes", new JsonArray(votes))
                .put("voters", voters(thing, votes, multiple))
                .put("ends_at", end(thing, now));
    }

    private static boolean canBeToldApart(List<@Nullable String> names) {
        return names.size() >= 2
                && names.size() <= MOST_OPTIONS
                && names.stream().allMatch(Asked::canBeRead)
                && names.stream().distinct().count() == names.size();
    }

    private static boolean canBeRead(@Nullable String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= LONGEST_OPTION
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static long votes(JsonObject answer) {
        var replies = Ld.object(answer, "replies");
        return replies == null ? 0 : count(replies, "totalItems", 0);
    }

    /** Where it is not said: as many as have voted at least, of whom each chose one. */
    private static long voters(JsonObject thing, List<Long> votes, boolean multiple) {
        var most = votes.stream().mapToLong(Long::longValue).max().orElse(0);
        var all = votes.stream().mapToLong(Long::longValue).sum();
        return Math.max(most, count(thing, "votersCount", multiple ? most : all));
    }

    private static long count(JsonObject thing, String term, long otherwise) {
        return Math.clamp(
                Ld.value(thing, term) instanceof Number number ? number.longValue() : otherwise, 0, MOST_VOTES);
    }

    /** When it was closed, or is going to be; nothing, where it goes on as long as anybody can tell. */
    private static @Nullable String end(JsonObject thing, Instant now) {
        var closed = Note.time(Ld.text(thing, "closed"));
        var end = closed == null && Ld.flag(thing, "closed")
                ? now
                : closed == null ? Note.time(Ld.text(thing, "endTime")) : closed;
        if (end == null || end.isAfter(now.plus(LONGEST))) {
            return null;
        }
        return (end.isBefore(Instant.EPOCH) ? Instant.EPOCH : end).toString();
    }
}
