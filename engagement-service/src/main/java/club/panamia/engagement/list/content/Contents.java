package club.panamia.engagement.list.content;

import club.panamia.engagement.list.Shelf;
import club.panamia.engagement.list.UserList;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Whole lists: taken out, and brought in. */
@Singleton
class Contents {

    private static final String ALL = """
            SELECT CASE WHEN u.id IS NOT NULL THEN 'people' WHEN p.id IS NOT NULL THEN 'profiles' ELSE 'articles' END AS kind,
                   coalesce(u.screenname, p.id, a.slug) AS target, m.note
              FROM user_list_members m
              LEFT JOIN users u ON u.id = m.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL AND u.screenname IS NOT NULL
              LEFT JOIN profiles p ON p.id = m.profile_id AND p.active
              LEFT JOIN articles a ON a.id = m.article_id AND a.status = 'published'
             WHERE m.list_id = $1 AND num_nonnulls(u.id, p.id, a.id) = 1
             ORDER BY m.position, m.id
            """;

    private static final String FOUND = """
            WITH wanted AS (
              SELECT given.item ->> 'kind' AS kind, given.item ->> 'target' AS target, given.item ->> 'note' AS note, given.place
                FROM jsonb_array_elements(CAST(CAST(:items AS text) AS jsonb)) WITH ORDINALITY AS given (item, place)
            ), found AS (
              SELECT w.place, w.note, u.id AS user_id, p.id AS profile_id, a.id AS article_id
                FROM wanted w
                LEFT JOIN users u ON w.kind = 'people' AND lower(u.screenname) = lower(w.target)
                 AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
                 AND NOT EXISTS (SELECT FROM internal.notification_setting s WHERE s.user_id = u.id AND NOT s.listable)
                LEFT JOIN profiles p ON w.kind = 'profiles' AND p.id = w.target AND p.active
                LEFT JOIN articles a ON w.kind = 'articles' AND a.slug = w.target AND a.status = 'published'
            )
            """;

    private static final String NOT_FOUND = """
            (SELECT coalesce(string_agg(CAST(place - 1 AS text), ' ' ORDER BY place), '') FROM found
              WHERE num_nonnulls(user_id, profile_id, article_id) = 0)""";

    /** At the end of the list, in the given order; what is on it already stays where it is. */
    private static final String BRING_IN = FOUND + """
            , added AS (
              INSERT INTO user_list_members (list_id, user_id, profile_id, article_id, added_by, note, position)
              SELECT CAST(:list AS text), f.user_id, f.profile_id, f.article_id, CAST(:by AS text), f.note,
                     CAST(f.place AS int) + (SELECT coalesce(max(position), 0) FROM user_list_members WHERE list_id = CAST(:list AS text))
                FROM found f WHERE num_nonnulls(f.user_id, f.profile_id, f.article_id) = 1
               ORDER BY f.place
              ON CONFLICT DO NOTHING
              RETURNING user_id
            )
            SELECT CAST((SELECT count(*) FROM added) AS int),
                   (SELECT coalesce(string_agg(user_id, ' '), '') FROM added),
                   %s
            """.formatted(NOT_FOUND);

    /** The same without doing it. */
    private static final String TRY = FOUND + """
            SELECT CAST(count(DISTINCT coalesce(f.user_id, f.profile_id, f.article_id)) AS int), '', %s
              FROM found f
             WHERE NOT EXISTS (SELECT FROM user_list_members m
                                WHERE m.list_id = CAST(:list AS text)
                                  AND (m.user_id = f.user_id OR m.profile_id = f.profile_id OR m.article_id = f.article_id))
            """.formatted(NOT_FOUND);

    private static final String TAKE_OFF = """
            WITH wanted AS (
              SELECT given.item ->> 'kind' AS kind, given.item ->> 'target' AS target
                FROM jsonb_array_elements(CAST(CAST(:items AS text) AS jsonb)) AS given (item)
            )
            DELETE FROM user_list_members m
             WHERE m.list_id = :list
               AND (m.user_id IN (SELECT u.id FROM wanted w JOIN users u ON lower(u.screenname) = lower(w.target) WHERE w.kind = 'people')
                 OR m.profile_id IN (SELECT w.target FROM wanted w WHERE w.kind = 'profiles')
                 OR m.article_id IN (SELECT a.id FROM wanted w JOIN articles a ON a.slug = w.target WHERE w.kind = 'articles'))
            """;

    private final Pool pool;
    private final Shelf shelf;
    private final EventLog events;

    Contents(Pool pool, Shelf shelf, EventLog events) {
        this.pool = pool;
        this.shelf = shelf;
        this.events = events;
    }

    /**
     * What an import did, and whom it put on the list.
     *
     * @param unknown places among the things, from 0, of those that there are not
     */
    record Imported(int added, List<String> people, List<Integer> unknown) {}

    /** All that the reader may see, in its order. */
    Uni<List<ListedThing>> of(@Nullable Actor reader, String list) {
        return shelf.requireSeen(reader, list)
                .chain(() -> pool.preparedQuery(ALL).mapping(Contents::thing).execute(Tuple.of(list)))
                .map(found -> StreamSupport.stream(found.spliterator(), false).toList());
    }

    /** In the caller's transaction, which holds the list's lock; people hear that they are on it. */
    Uni<Imported> bringIn(UserList list, List<ListedThing> things, Actor by) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(BRING_IN, Object[].class)
                        .setParameter("items", json(things))
                        .setParameter("list", list.id())
                        .setParameter("by", by.userId())
                        .getSingleResult())
                .map(Contents::imported)
                .invoke(imported -> list.grow(imported.added()))
                .call(imported -> tell(list, imported.people(), by));
    }

    private Uni<Void> tell(UserList list, List<String> people, Actor by) {
        return people.isEmpty() ? Uni.createFrom().voidItem() : events.record(by.userId(), list.peopleAdded(people));
    }

    /** What {@link #bringIn} would do; it does nothing. */
    Uni<Imported> tryOut(UserList list, List<ListedThing> things) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TRY, Object[].class)
                        .setParameter("items", json(things))
                        .setParameter("list", list.id())
                        .getSingleResult())
                .map(Contents::imported)
                .invoke(imported -> list.requireRoom(imported.added()));
    }

    /** How many were on it. */
    Uni<Integer> takeOff(UserList list, List<ListedThing> things) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TAKE_OFF)
                        .setParameter("items", json(things))
                        .setParameter("list", list.id())
                        .executeUpdate())
                .invoke(taken -> list.grow(-taken));
    }

    private static Imported imported(Object[] row) {
        return new Imported(
                (int) row[0],
                parts(row[1]).toList(),
                parts(row[2]).map(Integer::valueOf).toList());
    }

    private static ListedThing thing(Row row) {
        return new ListedThing(row.getString("kind"), row.getString("target"), row.getString("note"));
    }

    private static String json(List<ListedThing> things) {
        var items = new JsonArray();
        things.forEach(thing -> items.add(new JsonObject()
                .put("kind", thing.kind())
                .put("target", thing.target())
                .put("note", thing.note())));
        return items.encode();
    }

    private static Stream<String> parts(Object text) {
        return text.toString().isEmpty()
                ? Stream.of()
                : Stream.of(text.toString().split(" "));
    }
}
