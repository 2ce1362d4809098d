package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** From a first word to a feed: two people stand behind an article, and a third has read it before everybody else. */
final class SharedArticle {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person ana;
    private final Person bob;
    private final Person rio;
    private final Person admin;
    private final String mark;
    private String slug = "";

    /** {@code mark} is a word that stands in no other article. */
    SharedArticle(Person ana, Person bob, Person rio, Person admin, String mark) {
        this.ana = ana;
        this.bob = bob;
        this.rio = rio;
        this.admin = admin;
        this.mark = mark;
    }

    void play(Steps steps) {
        steps.step("the person begins an article and goes on with it under its ETag", this::write);
        steps.step("nobody else sees it, and one person alone cannot publish it", this::alone);
        steps.step("a link shows the draft to a stranger until it is taken back", this::share);
        steps.step("somebody else is invited, reads it and accepts", this::accept);
        steps.step("a reviewer comments, asks for a change and then approves what they have read", this::review);
        steps.step("both prepare what they say when it goes out", this::announce);
        steps.step("it is published under two names, found by its words, and a feed tells of it", this::publish);
        steps.step("a moderator takes it out of sight, says why, and shows it again", this::moderate);
    }

    /** Once its author takes part in the social service. */
    void playDiscussion(Steps steps) {
        steps.step(
                "what its author says becomes one post, a reply to it a comment, and a rude one is hidden",
                this::discuss);
    }

    private void write() {
        var draft = new JsonObject()
                .put("title", "Año Nuevo " + mark)
                .put("articleType", "community_commentary")
                .put("content", "A first word.");
        slug = ana.browser.post("/api/articles", draft).status(201).text("slug");
        var etag = ana.browser.get(path("/manuscript")).status(200).header("ETag");
        var change = new JsonObject().put("content", "**Twelve grapes**, one for each month.");
        ana.browser.patch(path(""), etag, change).status(200).has("part", "author");
        ana.browser.patch(path(""), etag, change).status(412).contains("branch");
    }

    private void alone() {
        new Browser(ana.browser.frontDoor()).get(path("")).status(404);
        ana.browser.put(path("/publication")).status(409).contains("article-needs-second-person");
    }

    private void share() {
        var token =
                ana.browser.put(path("/preview"), new JsonObject()).status(200).text("token");
        var stranger = new Browser(ana.browser.frontDoor());
        stranger.get("/api/articles/preview?token=" + token).status(200).has("status", "draft");
        ana.browser.delete(path("/preview")).status(204);
        stranger.get("/api/articles/preview?token=" + token).status(404);
    }

    private void accept() {
        takeScreenname(bob, "bob-" + mark);
        var message = new JsonObject().put("message", "Write it with me.");
        ana.browser.put(path("/coauthors/" + idOf(bob)), message).status(200);
        bob.browser.get(path("/manuscript")).status(200).contains("Write it with me.");
        bob.browser.put(path("/coauthorship")).status(200).has("part", "coauthor");
    }

    private void review() {
        rio.signIn();
        takeScreenname(rio, "rio-" + mark);
        rio.browser
                .post("/api/profiles", new JsonObject().put("name", "Rio Blanco"))
                .status(201);
        askForReview();
        rio.browser
                .put(path("/review/objection"), new JsonObject().put("text", "Why twelve?"))
                .status(200)
                .has("status", "revision_needed");
        askForReview();
        approve();
    }

    private void askForReview() {
        ana.browser
                .put(path("/review"), new JsonObject().put("userId", idOf(rio)))
                .status(200)
                .has("status", "pending_review");
    }

    private void approve() {
        var revision = rio.browser.get(path("/manuscript")).status(200).text("revision");
        var checklist = new JsonObject()
                .put("factsVerified", true)
                .put("sourcesChecked", true)
                .put("communityStandards", true);
        var approval = new JsonObject().put("revision", revision).put("checklist", checklist);
        rio.browser.put(path("/review/approval"), approval).status(200).has("status", "draft");
    }

    private void announce() {
        ana.browser
                .put(path("/announcement"), new JsonObject().put("text", "Read why twelve."))
                .status(204);
        bob.browser
                .put(path("/announcement"), new JsonObject().put("text", "I wrote the other half."))
                .status(204);
        ana.browser.get(path("/announcement")).status(200).contains("Read why twelve.");
    }

    private void publish() {
        ana.browser.put(path("/publication")).status(200).has("status", "published");
        var reader = new Browser(ana.browser.frontDoor());
        reader.get(path("")).status(200).contains("bob-" + mark).contains("<strong>Twelve grapes</strong>");
        reader.get("/api/articles/search?q=" + mark).status(200).contains(slug);
        reader.get("/feeds/rss/author/bob-" + mark).status(200).contains("/a/" + slug);
        reader.get("/feeds/json").status(200).contains("/a/" + slug);
        reader.get("/sitemap.xml").status(200).contains("sitemapindex");
    }

    private void moderate() {
        var why = new JsonObject().put("reason", "Grapes are not for everybody.");
        bob.browser.put(path("/removal"), why).status(403);
        admin.browser.put(path("/removal"), why).status(200);
        new Browser(ana.browser.frontDoor()).get(path("")).status(404);
        ana.browser.get(path("/manuscript")).status(200).contains("Grapes are not for everybody.");
        admin.browser.delete(path("/removal")).status(200);
        new Browser(ana.browser.frontDoor()).get(path("")).status(200);
    }

    private void discuss() {
        var words = new JsonObject().put("text", "Ask me why twelve.");
        ana.browser.put(path("/announcement"), words).status(204);
        if (!Waiting.until(
                PATIENCE, Duration.ofMillis(200), () -> announcement().json().getBoolean("posted"))) {
            throw new Unexpected(
                    "the announcement",
                    "a post within " + PATIENCE,
                    announcement().json());
        }
        ana.browser.put(path("/announcement"), words).status(409);
        var reply = rio.browser
                .post("/api/social/statuses", reply(announcement().text("statusId")))
                .status(201)
                .text("id");
        var reader = new Browser(ana.browser.frontDoor());
        reader.get(path("/comments")).status(200).contains("Why not thirteen?").contains("rio-" + mark);
        ana.browser
                .put(path("/comments/%s/hiding".formatted(reply)), new JsonObject().put("reason", "Thirteen is rude."))
                .status(204);
        if (reader.get(path("/comments"))
                        .status(200)
                        .json()
                        .getJsonArray("items")
                        .size()
                != 0) {
            throw new Unexpected("the comments", "none but the hidden one", "it");
        }
    }

    private Answer announcement() {
        return ana.browser.get(path("/announcement")).status(200);
    }

    private static JsonObject reply(String status) {
        return new JsonObject()
                .put("content", "Why not thirteen?")
                .put("inReplyTo", status)
                .put("visibility", "public");
    }

    private static void takeScreenname(Person person, String screenname) {
        person.browser
                .put("/api/users/me/screenname", new JsonObject().put("screenname", screenname))
                .status(204);
    }

    private static String idOf(Person person) {
        return person.browser.get("/api/users/me").status(200).text("id");
    }

    private String path(String rest) {
        return "/api/articles/" + slug + rest;
    }
}
