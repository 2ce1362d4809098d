package club.panamia.social.poll;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.post;
import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** People who ask, and people who vote, over HTTP. */
public final class Asking {

    private static final Sql SQL = TestDatabase.get().sql();

    private Asking() {}

    public static Map<String, Object> poll(boolean multiple, String... options) {
        return Map.of("options", List.of(options), "multiple", multiple, "minutes", 60);
    }

    /** Asks it; returns the post's id. */
    public static String asked(Person author, String visibility, boolean multiple, String... options) {
        var draft = draft("What do you say?", visibility);
        draft.put("poll", poll(multiple, options));
        return post(author, draft).statusCode(201).extract().jsonPath().getString("id");
    }

    public static ValidatableResponse vote(Person person, String id, Integer... choices) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("choices", List.of(choices)))
                .put("/api/social/statuses/" + id + "/vote")
                .then();
    }

    public static ValidatableResponse read(Person person, String id) {
        return as(person).get("/api/social/statuses/" + id).then().statusCode(200);
    }

    /** By SQL: its time is over. */
    public static void timePasses() {
        SQL.run("UPDATE internal.poll SET ends_at = now() - interval '1 second'");
    }
}
