package club.panamia.engagement.notification;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;

/** Notifications as rows. */
final class Told {

    private static final Sql SQL = TestDatabase.get().sql();

    private Told() {}

    /** Returns the notification's id. */
    static String follow(Person actor, Person target, String time) {
        return SQL.one(String.class, """
                INSERT INTO notifications (type, context, actor, actor_screenname, actor_name, target, created_at)
                VALUES ('Follow', 'follow', ?, 'old-name', 'Old Name', ?, CAST(? AS timestamptz)) RETURNING id
                """, actor.id(), target.id(), time);
    }

    static void become(String id, String change) {
        SQL.run("UPDATE notifications SET " + change + " WHERE id = ?", id);
    }
}
