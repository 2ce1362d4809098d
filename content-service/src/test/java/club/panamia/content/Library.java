package club.panamia.content;

import club.panamia.testing.database.Planner;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;

/** Articles in states that no endpoint leads to yet. */
public final class Library {

    private Library() {}

    /** Puts somebody beside the author, with an invitation that is nobody else's business. */
    public static void coAuthor(String slug, Person person, String status) {
        TestDatabase.get().sql().run("""
                UPDATE articles
                   SET co_authors = co_authors || jsonb_build_object('userId', ?::text, 'status', ?::text,
                                                                     'invitationMessage', 'a private invitation')
                 WHERE slug = ?
                """, person.id(), status, slug);
    }

    public static void reviewer(String slug, Person person) {
        TestDatabase.get().sql().run("""
                UPDATE articles
                   SET reviewed_by = jsonb_build_object(
                         'userId', ?::text, 'status', 'pending',
                         'comments', jsonb_build_array(jsonb_build_object('id', 'c1', 'text', 'a private remark')))
                 WHERE slug = ?
                """, person.id(), slug);
    }

    public static void remove(String slug) {
        TestDatabase.get().sql().run("""
                UPDATE articles SET status = 'removed', removed_at = now(), removal_reason = 'a private reason' WHERE slug = ?
                """, slug);
    }

    /** Makes a person the tombstone that deletion leaves. */
    public static void forget(String screenname) {
        TestDatabase.get().sql().run("""
                UPDATE users
                   SET scrubbed_at = now(), locked_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,
                       name = NULL, screenname = NULL
                 WHERE screenname = ?
                """, screenname);
    }

    /** Five thousand people, five thousand articles of some of them; three in five are published, each has one of fifty tags. */
    public static void fill() {
        var sql = TestDatabase.get().sql();
        sql.run("INSERT INTO users (email, screenname) SELECT 'w' || n || '@example.org', 'writer-' || n FROM"
                + " generate_series(1, 5000) n");
        sql.run("""
                INSERT INTO articles (slug, title, content, article_type, tags, author_id, co_authors, status, published_at)
                SELECT 'article-' || n, 'Article ' || n, repeat('word ', 200), 'business_update', ARRAY['tag-' || n % 50],
                       w[n % 500 * 10 + 1],
                       jsonb_build_array(jsonb_build_object('userId', w[n * 7 % 500 * 10 + 1], 'status', 'accepted')),
                       (CASE WHEN n % 5 < 3 THEN 'published' ELSE 'draft' END)::article_status, now() - n * interval '1 hour'
                  FROM generate_series(1, 5000) n, (SELECT array_agg(id) AS w FROM users) writers
                """);
        sql.run(
                "INSERT INTO internal.article_html (article_id, version, rules, html) SELECT id, version, '1', content FROM articles");
        Planner.knows("users, articles, internal.article_html");
    }
}
