package club.panamia.testing.seed;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes rows in domain words, as the schema's owner, past the services. */
public final class Seed {

    private final Sql sql;

    public Seed() {
        this(TestDatabase.get());
    }

    public Seed(TestDatabase database) {
        sql = database.sql();
    }

    /** A member with a proven address, a screenname and a session that auth-service issued. */
    public Person person(String screenname) {
        var email = screenname.toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var id = sql.one(
                String.class,
                "INSERT INTO users (email, email_verified, email_proven_at, screenname, name) VALUES (?, now(), now(), ?, ?) RETURNING id",
                email,
                screenname,
                "Person " + screenname);
        return new Person(id, email, screenname, session(id, "pana_auth", Duration.ofDays(30)));
    }

    /** A member who is an administrator. */
    public Person admin(String screenname) {
        var person = person(screenname);
        sql.run("UPDATE users SET role = 'admin' WHERE id = ?", person.id());
        return person;
    }

    /** A member whose profile carries one of the scoped roles: mentoringModerator, contentModerator, eventOrganizer. */
    public Person withRole(String screenname, String role) {
        var person = person(screenname);
        approvedProfile(person);
        sql.run("UPDATE profiles SET roles = jsonb_build_object(?, true) WHERE user_id = ?", role, person.id());
        return person;
    }

    /** A session with its token, as issued by a login role. */
    public String session(String userId, String issuedBy, Duration life) {
        var token = UUID.randomUUID().toString();
        sql.run(
                "INSERT INTO sessions (session_token, user_id, expires, issued_by) VALUES (?, ?, ?, ?)",
                token,
                userId,
                Instant.now().plus(life),
                issuedBy);
        return token;
    }

    public void lock(Person person) {
        sql.run("UPDATE users SET locked_at = now() WHERE id = ?", person.id());
    }

    /** An approved and visible profile; returns its id. */
    public String approvedProfile(Person person) {
        return sql.one(
                String.class,
                "INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at)"
                        + " VALUES (?, ?, ?, 'approved', true, now(), now()) RETURNING id",
                person.id(),
                person.email(),
                "Profile " + person.screenname());
    }

    /** A published article; returns its id. */
    public String publishedArticle(Person author, String slug) {
        return sql.one(
                String.class,
                "INSERT INTO articles (slug, title, content, article_type, author_id, status, published_at)"
                        + " VALUES (?, ?, 'Hola.', 'community_commentary', ?, 'published', now()) RETURNING id",
                slug,
                "Title of " + slug,
                author.id());
    }

    /** A draft; returns its id. */
    public String draftArticle(Person author, String slug) {
        return sql.one(
                String.class,
                "INSERT INTO articles (slug, title, content, article_type, author_id)"
                        + " VALUES (?, ?, 'Hola.', 'community_commentary', ?) RETURNING id",
                slug,
                "Title of " + slug,
                author.id());
    }
}
