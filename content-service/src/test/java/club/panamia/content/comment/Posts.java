package club.panamia.content.comment;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import java.time.Instant;

/** Posts as social-service writes them, past it. */
public final class Posts {

    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Sql sql = TestDatabase.get().sql();

    public String actor(String username, String domain) {
        return sql.one(
                String.class, """
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, name)
                VALUES (?, ?, ?, 'i', 'o', 'f', 'g', 'k', ?) RETURNING id
                """, username, domain, "https://%s/%s".formatted(domain, username), "Called " + username);
    }

    /** A post of this author's announcement of the article. */
    String announcement(Person author, String articleId, String actorId) {
        var post = reply(actorId, null, "public", NOON);
        sql.run(
                "INSERT INTO article_announcements (article_id, author_id, content, actor_id, status_id) VALUES (?, ?, 'Read!', ?, ?)",
                articleId,
                author.id(),
                actorId,
                post);
        return post;
    }

    /** The article as other servers know it; withdrawn where it is not the last. */
    void knownElsewhere(String uri, String slug, String actorId) {
        sql.run("UPDATE internal.federated_article SET withdrawn_at = now()");
        sql.run(
                "INSERT INTO internal.federated_article (article_id, actor_id, uri, version) SELECT id, ?, ?, 0 FROM articles WHERE slug = ?",
                actorId,
                uri,
                slug);
    }

    /** A post of another server that answers what has this ActivityPub id. */
    String answer(String actorId, String uri, String visibility, Instant at) {
        var id = reply(actorId, null, visibility, at);
        sql.run("UPDATE social_statuses SET in_reply_to_uri = ?, is_remote = true WHERE id = ?", uri, id);
        return id;
    }

    public String reply(String actorId, String inReplyTo, String visibility, Instant at) {
        return sql.one(String.class, """
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published, in_reply_to_id)
                VALUES ('https://posts.example/' || gen_random_uuid(), ?, ?::social_visibility, '<p>Said</p>', ?, ?) RETURNING id
                """, actorId, visibility, at, inReplyTo);
    }
}
