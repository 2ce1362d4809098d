package club.panamia.social.actor;

import club.panamia.kernel.identity.Actor;
import club.panamia.social.audience.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Actors whom we know, by a part of their name. */
@Singleton
public class FindActors {

    private static final int SHORTEST_PART = 3;

    /**
     * Those of this server first, and whoever is called just so. Who is limited, or of a server that one keeps away, is found by those
     * alone who know the handle.
     */
    static final String CALLED =
            Audience.viewer("$3") + """
            SELECT %s
              FROM social_actors a
              %s
             WHERE lower(a.username) LIKE $1 AND a.standing = 'good' AND %s
             ORDER BY lower(a.username) <> $2, a.profile_id IS NULL, lower(a.username), a.id
             LIMIT 20
            """.formatted(ActorView.COLUMNS, Audience.SEEN, Audience.IS_OF_NO_SERVER_KEPT_AWAY);

    private static final String ONE =
            "SELECT %s FROM social_actors a %s WHERE a.id = $1".formatted(ActorView.COLUMNS, Audience.SEEN);

    private final Pool pool;

    FindActors(Pool pool) {
        this.pool = pool;
    }

    /** @param part of the name, which is the whole name where it is too short for a part */
    public Uni<List<ActorView>> called(String part, Actor person) {
        var name = part.toLowerCase(Locale.ROOT);
        return pool.preparedQuery(CALLED)
                .mapping(ActorView::of)
                .execute(Tuple.of(pattern(name), name, person.userId()))
                .map(rows -> rows.stream().toList());
    }

    /** One, or none where they may not be seen. */
    public Uni<List<ActorView>> withId(String id) {
        return pool.preparedQuery(ONE)
                .mapping(ActorView::of)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().toList());
    }

    static String pattern(String name) {
        var literal = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return name.length() < SHORTEST_PART ? literal : "%" + literal + "%";
    }
}
