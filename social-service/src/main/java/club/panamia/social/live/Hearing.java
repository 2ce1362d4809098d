package club.panamia.social.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who of many hears of which posts, and of which boosts: the rule of every list, asked for all of them at once. */
@Singleton
class Hearing {

    /** What the posts say is made once, however many listeners have filters, and not at all where nobody has. */
    private static final String TEXTS = """
            WITH texts AS MATERIALIZED (
              SELECT s.id, internal.post_text(s.id) AS words
                FROM (SELECT id FROM unnest(CAST($2 AS text[])) AS asked (id)
                      UNION SELECT b.status_id FROM internal.boost b WHERE b.id = ANY ($2)) AS s
            )
            """;

    private static final String TEXT = "(SELECT t.words FROM texts t WHERE t.id = s.id)";

    /** The post is on my home, local or direct timeline. */
    private static final String PLACED = """
            %1$s AND s.visibility <> 'direct' AND %2$s AND %3$s AS home,
                   %1$s AND NOT s.is_remote AND s.visibility IN ('public', 'local') AND %4$s AS local,
                   s.visibility = 'direct' AND s.actor_id IS DISTINCT FROM (SELECT id FROM viewer) AND %5$s AS direct
            """.formatted(
                    Audience.NO_ANSWER,
                    hears("s.actor_id"),
                    Filtering.wanted(FilterContext.HOME, TEXT),
                    Filtering.wanted(FilterContext.PUBLIC, TEXT),
                    Filtering.wanted(FilterContext.MENTIONS, TEXT));

    /** A post is told once to each listener, whichever of their timelines it is on. */
    private static final String FILTERED =
            Filtering.filtered(TEXT, FilterContext.HOME, FilterContext.PUBLIC, FilterContext.MENTIONS);

    /** Somebody whom I hear hands it on, and its author I do not hear anyway: it is on my home timeline. */
    private static final String HANDED_ON = """
            SELECT b.id, b.created_at, true, false, false, %s
              FROM internal.boost b JOIN (%s) ON s.id = b.status_id
             WHERE b.id = ANY ($2) AND b.actor_id <> ALL (CAST((SELECT muted || blocked FROM viewer) AS text[]))
               AND %s AND NOT %s
               AND EXISTS (SELECT FROM social_actors a %s WHERE a.id = b.actor_id AND %s)
               AND %s AND %s AND %s
            """.formatted(
                    FILTERED,
                    Audience.FROM,
                    hears("b.actor_id"),
                    hears("s.actor_id"),
                    Audience.SEEN,
                    Audience.IS_OF_NO_SERVER_KEPT_AWAY,
                    Audience.WANTS_TO_HEAR,
                    Audience.MAY_SEE,
                    Filtering.wanted(FilterContext.HOME, TEXT));

    static final String WHO = TEXTS
            + """
            SELECT l.user_id AS listener, told.*
              FROM unnest(CAST($1 AS text[])) AS l (user_id) CROSS JOIN LATERAL (
                %s
                SELECT s.id, greatest(s.created_at, s.published) AS at, %s, %s
                  FROM %s
                 WHERE s.id = ANY ($2) AND (s.visibility = 'direct' OR %s) AND %s
                UNION ALL
                %s) AS told
             WHERE told.home OR told.local OR told.direct
             ORDER BY told.at, told.id
            """.formatted(
                            Audience.viewer("l.user_id") + Filtering.FILTERS,
                            PLACED,
                            FILTERED,
                            Audience.FROM,
                            Audience.WANTS_TO_HEAR,
                            Audience.MAY_SEE,
                            HANDED_ON);

    static final String WHAT = Audience.viewer("CAST(NULL AS text)") + """
            SELECT s.id AS told_id, NULL AS boost_id, CAST(NULL AS timestamptz) AS boosted_at, NULL AS booster_id,
                   NULL AS booster_username, NULL AS booster_name, %1$s
              FROM %2$s WHERE s.id = ANY ($1)
            UNION ALL
            SELECT b.id, b.id, b.created_at, who.id, who.username, who.name, %1$s
              FROM internal.boost b JOIN social_actors who ON who.id = b.actor_id JOIN (%2$s) ON s.id = b.status_id
             WHERE b.id = ANY ($1)
            """.formatted(StatusView.COLUMNS, Audience.FROM);

    private final Pool pool;
    private final MediaLinks links;
    private final ObjectMapper json;

    Hearing(Pool pool, MediaLinks links, ObjectMapper json) {
        this.pool = pool;
        this.links = links;
        this.json = json;
    }

    /** Who hears the actor: their followers, and they themselves. */
    private static String hears(String actor) {
        return """
                (%1$s IS NOT DISTINCT FROM (SELECT id FROM viewer)
                 OR EXISTS (SELECT FROM social_follows f
                             WHERE f.actor_id = (SELECT id FROM viewer) AND f.target_actor_id = %1$s AND f.status = 'accepted'))
                """.formatted(actor);
    }

    /** What each of these people hears of these posts and boosts, in the order in which they appeared. */
    Uni<Map<String, List<Told>>> of(String[] people, Collection<String> ids) {
        return pool.preparedQuery(WHO)
                .execute(Tuple.of(people, ids.toArray(String[]::new)))
                .map(rows -> stream(rows).toList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(Map.of()) : told(found));
    }

    private Uni<Map<String, List<Told>>> told(List<Row> found) {
        var ids = found.stream().map(row -> row.getString("id")).distinct().toArray(String[]::new);
        return pool.preparedQuery(WHAT).execute(Tuple.of((Object) ids)).map(rows -> told(found, rows));
    }

    private Map<String, List<Told>> told(List<Row> found, RowSet<Row> rows) {
        var posts = new HashMap<String, String>();
        rows.forEach(row -> posts.put(row.getString("told_id"), written(StatusView.of(row, links))));
        return found.stream()
                .filter(row -> posts.containsKey(row.getString("id")))
                .collect(groupingBy(row -> row.getString("listener"), mapping(row -> told(row, posts), toList())));
    }

    private Told told(Row row, Map<String, String> posts) {
        var timelines = new ArrayList<String>();
        for (var timeline : List.of("home", "local", "direct")) {
            if (row.getBoolean(timeline)) {
                timelines.add(timeline);
            }
        }
        var id = row.getString("id");
        var post = posts.getOrDefault(id, "");
        var met = StatusView.Filtered.of(row);
        return new Told(id, row.getOffsetDateTime("at"), timelines, met.isEmpty() ? post : warned(post, met));
    }

    /** The same post, as one sees it who wants to be warned of it. */
    private String warned(String post, List<StatusView.Filtered> met) {
        try {
            var tree = (ObjectNode) json.readTree(post);
            return json.writeValueAsString(tree.set("filtered", json.valueToTree(met)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every post can be read again", e);
        }
    }

    private String written(StatusView post) {
        try {
            return json.writeValueAsString(post);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every post can be written", e);
        }
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
