package club.panamia.engagement.list;

import static club.panamia.engagement.list.ListProblem.NO_SUCH_LIST;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists, for those who look. */
@Singleton
public class Shelf {

    /** Whether the reader {@code $2}, or nobody, may see the list {@code l}; of people who are locked or gone, nobody sees any. */
    private static final String SEEN = """
            (l.owner_id = $2 OR (u.locked_at IS NULL AND u.scrubbed_at IS NULL AND (
               l.visibility IN ('public', 'unlisted')
               OR (l.visibility = 'followers' AND EXISTS (
                     SELECT FROM user_follows f WHERE f.follower_id = $2 AND f.following_id = l.owner_id)))))""";

    private static final String ONE = """
            SELECT %s, %s FROM user_lists l JOIN users u ON u.id = l.owner_id WHERE l.id = $1 AND %s
            """.formatted(ListView.COLUMNS, PersonView.COLUMNS, SEEN);

    private static final String MINE = """
            SELECT %s, %s FROM user_lists l JOIN users u ON u.id = l.owner_id
             WHERE l.owner_id = $1 AND (l.created_at, l.id) < ($2, $3)
               AND (CAST($5 AS text) IS NULL OR l.slug = $5)
             ORDER BY l.created_at DESC, l.id DESC LIMIT $4
            """.formatted(ListView.COLUMNS, PersonView.COLUMNS);

    /** Those that are shown: what is unlisted or for followers is found by its address only. */
    private static final String OF_PERSON = """
            SELECT %s, %s FROM user_lists l JOIN users u ON u.id = l.owner_id
             WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND l.visibility = 'public' AND (l.created_at, l.id) < ($2, $3)
               AND (CAST($5 AS text) IS NULL OR l.slug = $5)
             ORDER BY l.created_at DESC, l.id DESC LIMIT $4
            """.formatted(ListView.COLUMNS, PersonView.COLUMNS);

    private final Pool pool;

    Shelf(Pool pool) {
        this.pool = pool;
    }

    Uni<ListView> one(@Nullable Actor reader, String id) {
        return pool.preparedQuery(ONE)
                .mapping(ListView::of)
                .execute(Tuple.of(id, reader == null ? null : reader.userId()))
                .map(found -> Optional.of(found)
                        .filter(rows -> rows.size() > 0)
                        .map(rows -> rows.iterator().next())
                        .orElseThrow(() -> NO_SUCH_LIST.because("There is no list of this id that you may see.")));
    }

    /** Refuses a list that the reader may not see. */
    public Uni<Void> requireSeen(@Nullable Actor reader, String id) {
        return one(reader, id).replaceWithVoid();
    }

    Uni<Page<ListView>> of(Actor owner, ListQuery query) {
        return page(MINE, owner.userId(), query);
    }

    Uni<Page<ListView>> shownBy(String screenname, ListQuery query) {
        return page(OF_PERSON, screenname, query);
    }

    private Uni<Page<ListView>> page(String statement, String whose, ListQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(statement)
                .mapping(ListView::of)
                .execute(Tuple.of(whose, after.time(0), after.text(1), query.rows(), query.slug))
                .map(found -> Page.of(found, query, ListView::position));
    }
}
