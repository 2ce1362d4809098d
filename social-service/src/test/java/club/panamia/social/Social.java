package club.panamia.social;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who take part, and what they do, over HTTP. */
public final class Social {

    private static final Sql SQL = TestDatabase.get().sql();

    private Social() {}

    /** Somebody with a visible profile who has joined. The actor is made by SQL: keys take long to make. */
    public static Person joined(String screenname) {
        var person = new Seed().person(screenname);
        SQL.run("""
                INSERT INTO social_actors (id, username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url,
                                           public_key, name)
                SELECT i, ?, 'localhost', ?, b || i, b || i || '/inbox', b || i || '/outbox', b || i || '/followers',
                       b || i || '/following', 'PUBLIC KEY', 'Name of ' || ?
                  FROM (SELECT pana_id() AS i, 'http://localhost:8080/ap/actors/' AS b) AS v
                """, screenname, new Seed().approvedProfile(person), screenname);
        return person;
    }

    public static String actorId(Person person) {
        return SQL.one(
                String.class,
                "SELECT a.id FROM social_actors a JOIN profiles p ON p.id = a.profile_id WHERE p.user_id = ?",
                person.id());
    }

    /** A draft as JSON sees it. */
    public static Map<String, Object> draft(String content, String visibility) {
        var draft = new HashMap<String, Object>();
        draft.put("content", content);
        draft.put("visibility", visibility);
        return draft;
    }

    public static ValidatableResponse post(Person author, Map<String, Object> draft) {
        return as(author)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/social/statuses")
                .then();
    }

    /** Says it; returns the post's id. */
    public static String said(Person author, String content, String visibility) {
        return post(author, draft(content, visibility))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** Says it to these; returns the post's id. */
    public static String saidTo(Person author, String content, Person... recipients) {
        var draft = draft(content, "direct");
        draft.put(
                "recipientActorIds",
                List.of(recipients).stream().map(Social::actorId).toList());
        return post(author, draft).statusCode(201).extract().jsonPath().getString("id");
    }

    /** Answers it as widely as it was said; returns the answer's id. */
    public static String answered(Person author, String content, String statusId) {
        return post(author, Map.of("content", content, "inReplyTo", statusId))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** By SQL: one follows the other, and is accepted. */
    public static void follows(Person follower, Person followed) {
        SQL.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) VALUES (?, ?, 'accepted',"
                        + " now())",
                actorId(follower),
                actorId(followed));
    }

    /** By SQL: one wants to hear nothing of the other, nor be heard. */
    public static void blocks(Person person, Person other) {
        SQL.run(
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES (?, ?)",
                actorId(person),
                actorId(other));
    }
}
