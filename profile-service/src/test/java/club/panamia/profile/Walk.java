package club.panamia.profile;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The way of a profile through the service, by its own endpoints; each step is checked where it is the subject. */
public final class Walk {

    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final Sql SQL = TestDatabase.get().sql();

    private Walk() {}

    public static ValidatableResponse create(Person owner, Map<String, ?> content) {
        return as(owner)
                .contentType(ContentType.JSON)
                .body(content)
                .post("/api/profiles")
                .then();
    }

    /** Returns the id of the draft. */
    public static String draft(Person owner, String name) {
        return create(owner, Map.of("name", name)).statusCode(201).extract().path("id");
    }

    /** Changes the owner's profile; no {@code If-Match} is sent where it is null. */
    public static ValidatableResponse change(Person owner, String ifMatch, String patch) {
        var request = as(owner).contentType(MERGE_PATCH).body(patch.getBytes(StandardCharsets.UTF_8));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/api/profiles/me")
                .then();
    }

    public static ValidatableResponse submit(Person owner) {
        return as(owner).put("/api/profiles/me/submission").then();
    }

    /** Returns the id of a profile that waits for review. */
    public static String submitted(Person owner, String name) {
        var id = draft(owner, name);
        submit(owner).statusCode(200);
        return id;
    }

    public static ValidatableResponse approve(Person admin, String id) {
        return as(admin).put("/api/profiles/" + id + "/approval").then();
    }

    public static ValidatableResponse decline(Person admin, String id, String reason) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .put("/api/profiles/" + id + "/decline")
                .then();
    }

    public static String statusOf(String id) {
        return SQL.one(String.class, "SELECT status::text FROM profiles WHERE id = ?", id);
    }

    /** The types of the events that were recorded, in their order. */
    public static List<String> events() {
        return SQL.list(String.class, "SELECT type FROM internal.event ORDER BY id");
    }

    /** Template and recipient of the mails to people that wait, in their order; staff's are left out. */
    public static List<String> mails() {
        return SQL.list(
                String.class,
                "SELECT template || ' ' || recipient FROM internal.mail_outbox WHERE template NOT LIKE 'staff-%' ORDER BY id");
    }

    /** What the history of all profiles says, in its order: step, subject, reason. */
    public static List<String> history() {
        return SQL.list(
                String.class, "SELECT concat_ws(' ', step, subject, reason) FROM internal.profile_history ORDER BY id");
    }

    /** An imported profile that nobody has claimed; returns its id. */
    public static String unclaimed(String email) {
        return SQL.one(
                String.class,
                "INSERT INTO profiles (email, name, status, active, reviewed_at) VALUES (?, 'Imported', 'approved', true, now()) RETURNING id",
                email);
    }
}
