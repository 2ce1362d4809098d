package club.panamia.social;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;

/** Actors and posts, which no endpoint makes yet. */
public final class Fediverse {

    private static final Sql SQL = TestDatabase.get().sql();

    private Fediverse() {}

    /** Somebody with a visible profile and an actor; returns the person. */
    public static Person participant(String screenname) {
        var person = new Seed().person(screenname);
        actor(screenname, new Seed().approvedProfile(person));
        return person;
    }

    public static void actor(String username, String profileId) {
        SQL.run("""
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url, public_key,
                                           name, summary, followers_count)
                SELECT u, 'localhost', ?, b, b || 'inbox', b || 'outbox', b || 'followers', b || 'following', 'PUBLIC KEY',
                       'Name of ' || u, 'Says hello.', 3
                  FROM (VALUES (?, 'https://localhost/p/' || ? || '/')) AS v (u, b)
                """, profileId, username, username);
    }

    /** An actor of another server. */
    public static void stranger(String username) {
        SQL.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key,
                                           fetched_at)
                VALUES (?, 'elsewhere.example', 'https://elsewhere.example/' || ?, 'i', 'o', 'f', 'g', 'PUBLIC KEY', now())
                """, username, username);
    }

    /** A public post; returns its id. */
    public static String post(String username, String content) {
        return SQL.one(String.class, """
                INSERT INTO social_statuses (uri, actor_id, visibility, content, source, published, recipient_to)
                SELECT 'https://localhost/' || pana_id(), id, 'public', ?, 'a private source', clock_timestamp(), '["a private recipient"]'
                  FROM social_actors WHERE username = ? RETURNING id
                """, content, username);
    }
}
