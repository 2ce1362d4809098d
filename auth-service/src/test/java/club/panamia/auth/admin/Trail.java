package club.panamia.auth.admin;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import java.util.List;

/** The trail, as tests read it: {@code action by actor: reason}, oldest first. */
public final class Trail {

    private static final Sql SQL = TestDatabase.get().sql();

    private Trail() {}

    public static List<String> of(Person subject) {
        return SQL.list(String.class, """
                SELECT concat(action, ' by ', coalesce(u.screenname, actor_id), ': ' || reason)
                  FROM internal.security_event e LEFT JOIN users u ON u.id = e.actor_id
                 WHERE subject_id = ? ORDER BY e.created_at, e.id
                """, subject.id());
    }
}
