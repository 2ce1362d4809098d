package club.panamia.social.emoji;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;
import static club.panamia.social.emoji.EmojiProblem.EMOJI_EXISTS;
import static club.panamia.social.emoji.EmojiProblem.NO_SUCH_EMOJI;
import static club.panamia.social.emoji.EmojiProblem.TOO_MANY_EMOJIS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.file.SmallPicture;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of {@code internal.custom_emoji}. Each change is one statement, and complete by itself; it stands in the trail. */
@Singleton
public class Emojis {

    private static final String NOTE = """
            INSERT INTO internal.security_event (actor_id, subject_id, action) SELECT %s, shortcode, '%s' FROM %s
            """;

    private static final String OPEN = """
            WITH there AS (
              SELECT count(*) AS emojis FROM internal.custom_emoji WHERE state <> 'removing'
            ), made AS (
              INSERT INTO internal.custom_emoji (id, shortcode, media_type, bytes, hidden)
              SELECT $1, $2, $3, $4, $5 FROM there WHERE emojis < 2000
              ON CONFLICT (shortcode) WHERE state <> 'removing' DO NOTHING
              RETURNING shortcode
            ), noted AS (
              %s
            )
            SELECT EXISTS (SELECT FROM made) AS made, emojis >= 2000 AS full FROM there
            """.formatted(NOTE.formatted("$6", "emoji-added", "made"));

    private static final String STORED = "UPDATE internal.custom_emoji SET state = 'stored' WHERE id = $1";

    private static final String ALL =
            "SELECT %s FROM internal.custom_emoji e WHERE e.state = 'stored' ORDER BY e.shortcode LIMIT 2000"
                    .formatted(OwnEmoji.COLUMNS);

    private static final String ONE =
            "SELECT %s FROM internal.custom_emoji e WHERE e.state = 'stored' AND e.id = $1".formatted(OwnEmoji.COLUMNS);

    private static final String HIDE =
            "UPDATE internal.custom_emoji SET hidden = $2 WHERE shortcode = $1 AND state = 'stored'";

    /** No post shows it any more. */
    private static final String REMOVE = """
            WITH gone AS (
              UPDATE internal.custom_emoji e SET state = 'removing' WHERE e.shortcode = $1 AND e.state = 'stored'
              RETURNING e.shortcode, $2 || %s AS url
            ), untagged AS (
              DELETE FROM social_tags t USING gone
               WHERE t.type = 'Emoji' AND lower(t.name) = ':' || gone.shortcode || ':' AND t.href = gone.url
            )
            %s
            """.formatted(OwnEmoji.FILE, NOTE.formatted("$3", "emoji-removed", "gone"));

    /** Also what was never stored: whoever uploaded it has given up, or their process ended. */
    private static final String CLAIM = """
            UPDATE internal.custom_emoji SET state = 'removing'
             WHERE id IN (SELECT id FROM internal.custom_emoji
                           WHERE state <> 'stored' AND (state = 'removing' OR created_at < now() - interval '1 hour')
                           ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;

    private static final String FORGET = "DELETE FROM internal.custom_emoji WHERE id = $1 AND state = 'removing'";

    private final Pool pool;
    private final Home home;

    Emojis(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    Uni<Void> open(String id, String shortcode, SmallPicture picture, boolean hidden, Actor moderator) {
        var values = Tuple.of(id, shortcode, picture.mediaType(), picture.content().length, hidden, moderator.userId());
        return pool.preparedQuery(OPEN)
                .execute(values)
                .invoke(Emojis::requireMade)
                .replaceWithVoid();
    }

    private static void requireMade(RowSet<Row> rows) {
        var row = rows.iterator().next();
        if (row.getBoolean("made")) {
            return;
        }
        throw row.getBoolean("full")
                ? TOO_MANY_EMOJIS.because("There can be 2000; remove some of them first.")
                : EMOJI_EXISTS.because("Remove it first, or choose another name.");
    }

    Uni<Void> stored(String id) {
        return pool.preparedQuery(STORED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** By their names. */
    Uni<List<OwnEmoji>> all() {
        return pool.preparedQuery(ALL)
                .mapping(OwnEmoji::of)
                .execute()
                .map(rows -> rows.stream().toList());
    }

    /** One that is there. */
    public Uni<OwnEmoji> one(String id) {
        return pool.preparedQuery(ONE)
                .mapping(OwnEmoji::of)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst())
                .map(found -> found.orElseThrow(Emojis::none));
    }

    private static Problem none() {
        return NOT_FOUND.because("There is no such emoji.");
    }

    Uni<Void> hide(String shortcode, boolean hidden) {
        return pool.preparedQuery(HIDE)
                .execute(Tuple.of(shortcode, hidden))
                .invoke(Emojis::require)
                .replaceWithVoid();
    }

    Uni<Void> remove(String shortcode, Actor moderator) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(shortcode, OwnEmoji.folder(home), moderator.userId()))
                .invoke(Emojis::require)
                .replaceWithVoid();
    }

    private static void require(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw NO_SUCH_EMOJI.because("None of ours is called so.");
        }
    }

    Uni<List<String>> claim() {
        return pool.preparedQuery(CLAIM)
                .mapping(row -> row.getString(0))
                .execute()
                .map(ids -> ids.stream().toList());
    }

    Uni<Void> forget(String id) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(id)).replaceWithVoid();
    }
}
