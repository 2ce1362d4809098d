package club.panamia.social;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.identity.Actor;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Sql;
import java.util.Set;

/** As many people and posts as plans are asked for. */
public final class Crowd {

    private static final String TABLES =
            "users, profiles, social_actors, social_statuses, social_attachments, social_tags,"
                    + " social_recipients, social_follows, internal.boost, internal.server_block, internal.proven_link";

    private Crowd() {}

    /**
     * Three thousand people with five posts each, one of them handed on, and a thousand of another server with four, all with a picture;
     * everybody follows 18, and those of us keep three servers away. One of us.
     */
    public static Actor with(Sql sql) {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 3000) n");
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, reviewed_at)
                SELECT id, email, 'Person', 'approved', true, now() FROM users WHERE screenname LIKE 'person-%'
                """);
        sql.run("""
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                SELECT u.screenname, 'localhost', p.id, u.id, 'i', 'o', 'f', 'g', 'k' FROM users u JOIN profiles p ON p.user_id = u.id
                 WHERE u.screenname LIKE 'person-%'
                """);
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                SELECT 'person-' || n, 'elsewhere.example', 'https://elsewhere.example/' || n, 'i', 'o', 'f', 'g', 'k', now()
                  FROM generate_series(1, 1000) n
                """);
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published, is_remote)
                SELECT a.id || n, a.id, (ARRAY['public', 'quiet', 'followers', 'direct', 'local'])[n]::social_visibility, 'Hola.',
                       now() - (random() * 10000) * interval '1 minute', a.profile_id IS NULL
                  FROM social_actors a, generate_series(1, 5) n WHERE n < 5 OR a.profile_id IS NOT NULL
                """);
        sql.run("""
                INSERT INTO social_tags (status_id, type, name, published)
                SELECT id, 'Hashtag', '#t' || (random() * 100)::int, published FROM social_statuses
                """);
        sql.run("INSERT INTO social_attachments (status_id, type, media_type, url)"
                + " SELECT id, 'image', 'image/webp', '/media/1' FROM social_statuses");
        sql.run("""
                INSERT INTO social_recipients (status_id, uri, actor_id, field, published)
                SELECT s.id, 'x', a.id, 'to', s.published
                  FROM (SELECT *, row_number() OVER () % 3000 + 1 AS n FROM social_statuses) s
                  JOIN social_actors a ON a.username = 'person-' || s.n AND a.domain = 'localhost'
                """);
        sql.run("""
                WITH heard AS MATERIALIZED (SELECT id FROM social_actors WHERE username SIMILAR TO 'person-[1-9]')
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT a.id, heard.id, 'accepted', now() FROM social_actors a JOIN heard ON heard.id <> a.id
                """);
        sql.run("INSERT INTO internal.boost (actor_id, status_id) SELECT actor_id, id FROM social_statuses WHERE"
                + " visibility = 'quiet'");
        sql.run(
                "INSERT INTO internal.server_block (actor_id, domain) SELECT a.id, 'away-' || n || '.example' FROM social_actors a,"
                        + " generate_series(1, 3) n WHERE a.domain = 'localhost'");
        sql.run(
                "INSERT INTO internal.proven_link (actor_id, value, url, verified_at, checked_at, due_at) SELECT id, 'x', 'https://' || id"
                        + " || '.example/', now(), now(), now() + interval '30 days' FROM social_actors");
        Planner.knows(TABLES);
        return new Actor(
                sql.one(String.class, "SELECT id FROM users WHERE screenname = 'person-7'"), "person-7", Set.of(), "s");
    }

    /** No table that grows is read as a whole. */
    public static void assertUsesIndexes(String plan, String question) {
        assertThat(plan)
                .as(question)
                .contains("Index")
                .doesNotContain(
                        "Seq Scan on social_statuses",
                        "Seq Scan on boost",
                        "Seq Scan on server_block",
                        "Seq Scan on proven_link",
                        "Seq Scan on social_actors",
                        "Seq Scan on social_follows",
                        "Seq Scan on social_tags",
                        "Seq Scan on social_recipients",
                        "Seq Scan on users",
                        "Seq Scan on profiles");
    }
}
