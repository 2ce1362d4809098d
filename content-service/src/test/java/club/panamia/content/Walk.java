package club.panamia.content;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The way of an article through the service, by its own endpoints; each step is checked where it is the subject. */
public final class Walk {

    private static final Sql SQL = TestDatabase.get().sql();

    private Walk() {}

    /** Somebody who can be asked: with a profile and a screenname. */
    public static Person member(String screenname) {
        var seed = new Seed();
        var person = seed.person(screenname);
        seed.approvedProfile(person);
        return person;
    }

    /** Returns the slug of the draft. */
    public static String draft(Person author, String title) {
        return as(author)
                .contentType(ContentType.JSON)
                .body(Map.of("title", title, "articleType", "community_commentary", "content", "A first word."))
                .post("/api/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
    }

    public static ValidatableResponse manuscript(Person reader, String slug) {
        return as(reader).get(path(slug, "/manuscript")).then();
    }

    public static String etag(Person reader, String slug) {
        return manuscript(reader, slug).statusCode(200).extract().header("ETag");
    }

    public static String revision(Person reader, String slug) {
        return manuscript(reader, slug).statusCode(200).extract().path("revision");
    }

    /** Changes it; no {@code If-Match} is sent where it is null. */
    public static ValidatableResponse change(Person writer, String slug, String ifMatch, String patch) {
        var request =
                as(writer).contentType("application/merge-patch+json").body(patch.getBytes(StandardCharsets.UTF_8));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch(path(slug, ""))
                .then();
    }

    public static ValidatableResponse invite(Person author, String slug, Person person) {
        return put(author, path(slug, "/coauthors/" + person.id()), Map.of("message", "Write with me."));
    }

    public static ValidatableResponse accept(Person invited, String slug) {
        return as(invited).put(path(slug, "/coauthorship")).then();
    }

    public static ValidatableResponse leave(Person person, String slug) {
        return as(person).delete(path(slug, "/coauthorship")).then();
    }

    public static ValidatableResponse withdraw(Person author, String slug, Person person) {
        return as(author).delete(path(slug, "/coauthors/" + person.id())).then();
    }

    public static ValidatableResponse request(Person writer, String slug, Person reviewer) {
        return put(writer, path(slug, "/review"), Map.of("userId", reviewer.id(), "message", "Is it right?"));
    }

    public static ValidatableResponse cancelReview(Person actor, String slug) {
        return as(actor).delete(path(slug, "/review")).then();
    }

    public static ValidatableResponse approve(Person reviewer, String slug, String revision) {
        return put(
                reviewer,
                path(slug, "/review/approval"),
                Map.of(
                        "revision",
                        revision,
                        "checklist",
                        Map.of("factsVerified", true, "sourcesChecked", true, "communityStandards", true)));
    }

    public static ValidatableResponse object(Person reviewer, String slug, String why) {
        return put(reviewer, path(slug, "/review/objection"), Map.of("text", why));
    }

    public static ValidatableResponse comment(Person actor, String slug, Map<String, ?> remark) {
        return as(actor)
                .contentType(ContentType.JSON)
                .body(remark)
                .post(path(slug, "/review/comments"))
                .then();
    }

    public static ValidatableResponse publish(Person author, String slug) {
        return as(author).put(path(slug, "/publication")).then();
    }

    public static ValidatableResponse unpublish(Person author, String slug) {
        return as(author).delete(path(slug, "/publication")).then();
    }

    public static ValidatableResponse remove(Person moderator, String slug, String reason) {
        return put(moderator, path(slug, "/removal"), Map.of("reason", reason));
    }

    public static ValidatableResponse restore(Person moderator, String slug) {
        return as(moderator).delete(path(slug, "/removal")).then();
    }

    public static ValidatableResponse put(Person actor, String path, Map<String, ?> body) {
        return as(actor).contentType(ContentType.JSON).body(body).put(path).then();
    }

    public static String path(String slug, String rest) {
        return "/api/articles/" + slug + rest;
    }

    public static String statusOf(String slug) {
        return SQL.one(String.class, "SELECT status::text FROM articles WHERE slug = ?", slug);
    }

    /** The types of the events that were recorded, in their order. */
    public static List<String> events() {
        return SQL.list(String.class, "SELECT type FROM internal.event ORDER BY id");
    }

    /** The payload of the last event. */
    public static Map<String, Object> lastEvent() {
        return io.restassured.path.json.JsonPath.from(
                        SQL.one(String.class, "SELECT payload::text FROM internal.event ORDER BY id DESC LIMIT 1"))
                .getMap("$");
    }

    /** What the history of all articles says, in its order: step, reason. */
    public static List<String> history() {
        return SQL.list(String.class, "SELECT concat_ws(' ', step, reason) FROM internal.article_history ORDER BY id");
    }
}
