package club.panamia.profile.link;

import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Links, for those who look at them. Both lists are bounded by what a profile may have. */
@Singleton
class Links {

    /** A profile that has left the directory is still in mine, so that I can end the link. */
    private static final String MINE = """
        SELECT q.id, v.screenname, q.name, link ->> 'state' AS state, link ->> 'since' AS since
          FROM profiles p
         CROSS JOIN LATERAL jsonb_array_elements(p.linked_profiles) AS link
          JOIN profiles q ON q.id = link ->> 'profileId'
          LEFT JOIN users v ON v.id = q.user_id
         WHERE p.user_id = $1
         ORDER BY link ->> 'since' DESC, q.id
        """;

    /** One row without a link for a profile that shows none; no row where there is no profile to show. */
    private static final String SHOWN = """
        SELECT linked.*
          FROM users u
          JOIN profiles p ON p.user_id = u.id
          LEFT JOIN LATERAL (
               SELECT q.id, v.screenname, q.name
                 FROM jsonb_array_elements(p.linked_profiles) AS link
                 JOIN profiles q ON q.id = link ->> 'profileId' AND q.active
                 JOIN users v ON v.id = q.user_id AND v.locked_at IS NULL AND v.screenname IS NOT NULL
                WHERE link ->> 'state' = 'accepted'
                  AND q.linked_profiles @> jsonb_build_array(jsonb_build_object('profileId', p.id, 'state', 'accepted'))
               ) AS linked ON true
         WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND p.active
         ORDER BY linked.name, linked.id
        """;

    private final Pool pool;

    Links(Pool pool) {
        this.pool = pool;
    }

    Uni<List<LinkView>> of(Actor owner) {
        return pool.preparedQuery(MINE)
                .execute(Tuple.of(owner.userId()))
                .map(rows -> stream(rows).map(LinkView::of).toList());
    }

    /** What everybody may see: both ends have agreed, and both are in the directory. */
    Uni<List<PublicLinkView>> shownBy(String screenname) {
        return pool.preparedQuery(SHOWN).execute(Tuple.of(screenname)).map(Links::shown);
    }

    private static List<PublicLinkView> shown(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_PROFILE.because("Nobody shows a profile under this name.");
        }
        return stream(rows)
                .filter(row -> row.getString("id") != null)
                .map(PublicLinkView::of)
                .toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
