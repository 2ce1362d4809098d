package club.panamia.social.proof;

import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The links of actors, and which of them are proven. Each change is one statement, and complete by itself; with the field, or the name
 * of whoever has it, a link is forgotten by the database.
 */
@Singleton
public class ProvenLinks {

    /** Since when those of {@code a} are proven, by the values of their fields; NULL where none is. */
    public static final String OF_ACTOR = """
            (SELECT jsonb_object_agg(proven.value, proven.verified_at) FROM internal.proven_link proven
                     WHERE proven.actor_id = a.id AND proven.verified_at IS NOT NULL)""";

    private static final int MOST_ATTEMPTS = 5;

    private static final String WANT = """
            INSERT INTO internal.proven_link (actor_id, value, url)
            SELECT a.id, n.value, n.url
              FROM social_actors a, unnest(CAST($2 AS text[]), CAST($3 AS text[])) AS n (value, url)
             WHERE a.id = $1 AND a.fields @> jsonb_build_array(jsonb_build_object('value', n.value))
            ON CONFLICT (actor_id, url) DO NOTHING
            """;

    /**
     * Of each server one, and of those none that are busy. Whoever takes them has a quarter of an hour, and four times as long each
     * further time. Whether what was proven is so still is of interest for people of this server and for whom they follow.
     */
    static final String NEXT = """
            WITH due AS (
              SELECT id, due_at, split_part(url, '/', 3) AS host FROM internal.proven_link
               WHERE due_at <= now() AND split_part(url, '/', 3) <> ALL ($2)
               ORDER BY due_at LIMIT 200 FOR UPDATE SKIP LOCKED
            ), few AS (
              SELECT id, host FROM (SELECT DISTINCT ON (host) id, host, due_at FROM due ORDER BY host, due_at, id) AS first
               ORDER BY due_at, id LIMIT $1
            ), taken AS (
              UPDATE internal.proven_link k
                 SET attempts = k.attempts + 1, due_at = now() + power(4, least(k.attempts, 5)) * interval '15 minutes'
                FROM few WHERE k.id = few.id
              RETURNING k.id, k.actor_id, k.value, k.url, few.host, k.attempts, k.attempts = 1 AND k.checked_at IS NOT NULL AS again
            )
            SELECT taken.id, taken.url, taken.host, taken.attempts, a.uri, a.url AS page, a.username, a.profile_id IS NOT NULL AS ours,
                   a.fields @> jsonb_build_array(jsonb_build_object('value', taken.value)) AND a.standing <> 'suspended'
                     AND (a.profile_id IS NOT NULL OR NOT taken.again
                          OR (SELECT f.id FROM social_follows f WHERE f.target_actor_id = a.id AND f.status = 'accepted'
                               ORDER BY f.accepted_at DESC, f.id DESC LIMIT 1) IS NOT NULL) AS wanted
              FROM taken JOIN social_actors a ON a.id = taken.actor_id
            """;

    private static final String LINKS_BACK = """
            UPDATE internal.proven_link
               SET verified_at = coalesce(verified_at, now()), checked_at = now(), attempts = 0, due_at = now() + interval '30 days'
             WHERE id = $1 AND attempts = $2
            """;

    private static final String DOES_NOT = """
            UPDATE internal.proven_link
               SET verified_at = NULL, checked_at = now(), due_at = CASE WHEN attempts < $3 THEN due_at END
             WHERE id = $1 AND attempts = $2
            """;

    /** What is proven stays so until it was tried often enough. */
    private static final String UNKNOWN = """
            UPDATE internal.proven_link SET verified_at = NULL, due_at = NULL WHERE id = $1 AND attempts = $2 AND attempts >= $3
            """;

    private static final String FORGET = "DELETE FROM internal.proven_link WHERE id = $1";

    private final Pool pool;
    private final Home home;

    ProvenLinks(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** The pages behind these fields of somebody are asked for soon, unless they were or will be anyway. */
    public Uni<Void> want(String actorId, List<String> values) {
        var links = FieldLink.in(values);
        return links.isEmpty() ? Uni.createFrom().voidItem() : wantAll(actorId, links);
    }

    private Uni<Void> wantAll(String actorId, List<FieldLink> links) {
        return pool.preparedQuery(WANT)
                .execute(Tuple.of(
                        actorId,
                        links.stream().map(FieldLink::value).toArray(String[]::new),
                        links.stream().map(FieldLink::url).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** @param busy servers that are being asked already */
    Uni<List<LinkToProve>> next(int most, Set<String> busy) {
        return pool.preparedQuery(NEXT)
                .mapping(row -> LinkToProve.of(row, home))
                .execute(Tuple.of(most, busy.toArray(String[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /** Nothing, where it was taken anew since. */
    Uni<Void> settle(LinkToProve link, Finding finding) {
        return switch (finding) {
            case LINKS_BACK -> run(LINKS_BACK, Tuple.of(link.id(), link.attempts()));
            case DOES_NOT -> run(DOES_NOT, Tuple.of(link.id(), link.attempts(), MOST_ATTEMPTS));
            case UNKNOWN -> run(UNKNOWN, Tuple.of(link.id(), link.attempts(), MOST_ATTEMPTS));
        };
    }

    Uni<Void> forget(LinkToProve link) {
        return run(FORGET, Tuple.of(link.id()));
    }

    private Uni<Void> run(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).replaceWithVoid();
    }
}
