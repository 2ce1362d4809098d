package club.panamia.engagement.notification;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import java.util.List;

/** Notifications as rows, with the numbers on the bells. */
public final class Told {

    private static final String TRUTH = """
            SELECT target, jsonb_object_agg(context, unread) AS contexts
              FROM (SELECT target, context, count(*) AS unread FROM notifications WHERE NOT read AND archived_at IS NULL
                     GROUP BY target, context) AS counted
             GROUP BY target
            """;

    private static final Sql SQL = TestDatabase.get().sql();

    private Told() {}

    /** Returns the notification's id. */
    public static String follow(Person actor, Person target, String time) {
        var id = SQL.one(String.class, """
                INSERT INTO notifications (type, context, actor, actor_screenname, actor_name, target, created_at)
                VALUES ('Follow', 'follow', ?, 'old-name', 'Old Name', ?, CAST(? AS timestamptz)) RETURNING id
                """, actor.id(), target.id(), time);
        count();
        return id;
    }

    public static void become(String id, String change) {
        SQL.run("UPDATE notifications SET " + change + " WHERE id = ?", id);
        count();
    }

    /** Counts anew what was written past the service. */
    public static void count() {
        SQL.run("DELETE FROM internal.unread_count");
        SQL.run("INSERT INTO internal.unread_count (user_id, contexts) " + TRUTH);
    }

    /** People whose number is not what a count of the rows says. */
    public static List<String> miscounted() {
        return SQL.list(String.class, """
                SELECT coalesce(c.user_id, t.target) || ' ' || coalesce(c.contexts, '{}') || ' instead of ' || coalesce(t.contexts, '{}')
                  FROM (SELECT user_id, contexts FROM internal.unread_count WHERE contexts <> '{}') c
                  FULL JOIN (%s) t ON t.target = c.user_id
                 WHERE c.contexts IS DISTINCT FROM t.contexts
                """.formatted(TRUTH));
    }
}
