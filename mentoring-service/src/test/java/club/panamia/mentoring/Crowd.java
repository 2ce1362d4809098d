package club.panamia.mentoring;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import java.util.List;

/** Many people who are signed in, made by two statements. */
public final class Crowd {

    private static final Sql SQL = TestDatabase.get().sql();

    private Crowd() {}

    public static List<Person> of(int people) {
        SQL.run("""
                INSERT INTO users (email, email_verified, email_proven_at, screenname, name)
                SELECT 'p' || n || '@example.org', now(), now(), 'person-' || n, 'Person ' || n FROM generate_series(1, ?) n
                """, people);
        SQL.run("""
                INSERT INTO sessions (session_token, user_id, expires, issued_by)
                SELECT 'the-session-of-' || id, id, now() + interval '30 days', 'pana_auth' FROM users WHERE screenname LIKE 'person-%'
                """);
        return SQL.rows("SELECT id, email, screenname FROM users WHERE screenname LIKE 'person-%'").stream()
                .map(row -> new Person(
                        (String) row.get("id"),
                        (String) row.get("email"),
                        (String) row.get("screenname"),
                        "the-session-of-" + row.get("id")))
                .toList();
    }
}
