package club.panamia.engagement.list.member;

import club.panamia.engagement.list.Shelf;
import club.panamia.engagement.list.UserList;
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

    /** At the end of the list, in the given order; what is on it already stays where it is. */
    private static final String BRING_IN = """
            WITH wanted AS (
              SELECT given.item ->> 'kind' AS kind, given.item ->> 'target' AS target, given.item ->> 'note' AS note, given.place
                FROM jsonb_array_elements(CAST(CAST(:items AS text) AS jsonb)) WITH ORDINALITY AS given (item, place)
            ), found AS (
              SELECT w.place, w.kind || '/' || w.target AS name, w.note, u.id AS user_id, p.id AS profile_id, a.id AS article_id
                FROM wanted w
                LEFT JOIN users u ON w.kind = 'people' AND lower(u.screenname) = lower(w.target)
                 AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
                 AND NOT EXISTS (SELECT FROM internal.notification_setting s WHERE s.user_id = u.id AND NOT s.listable)
                LEFT JOIN profiles p ON w.kind = 'profiles' AND p.id = w.target AND p.active
                LEFT JOIN articles a ON w.kind = 'articles' AND a.slug = w.target AND a.status = 'published'
            ), added AS (
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
                   (SELECT coalesce(string_agg(name, chr(10) ORDER BY place), '') FROM found
                     WHERE num_nonnulls(user_id, profile_id, article_id) = 0)
            """;

    private final Pool pool;
    private final Shelf shelf;

    Contents(Pool pool, Shelf shelf) {
        this.pool = pool;
        this.shelf = shelf;
    }

    /** What an import did, and whom it put on the list. */
    record Imported(int added, List<String> people, List<String> unknown) {}

    /** All that the reader may see, in its order. */
    Uni<List<ListedThing>> of(@Nullable Actor reader, String list) {
        return shelf.requireSeen(reader, list)
                .chain(() -> pool.preparedQuery(ALL).mapping(Contents::thing).execute(Tuple.of(list)))
                .map(found -> StreamSupport.stream(found.spliterator(), false).toList());
    }

    /** In the caller's transaction, which holds the list's lock. */
    Uni<Imported> bringIn(UserList list, List<ListedThing> things, Actor by) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(BRING_IN, Object[].class)
                        .setParameter("items", json(things))
                        .setParameter("list", list.id())
                        .setParameter("by", by.userId())
                        .getSingleResult())
                .map(row -> new Imported((int) row[0], parts(row[1], " "), parts(row[2], "\n")))
                .invoke(imported -> list.grow(imported.added()));
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

    private static List<String> parts(Object text, String separator) {
        return text.toString().isEmpty() ? List.of() : List.of(text.toString().split(separator));
    }
}
