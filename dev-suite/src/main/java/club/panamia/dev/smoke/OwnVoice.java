package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Two people take part in the fediverse: they follow, speak, answer, like and hand on, and take it back. */
final class OwnVoice {

    private static final String STATUSES = "/api/social/statuses";
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Person ana;
    private final Person rio;
    private final Person admin;
    private final String mark;
    private String post = "";

    OwnVoice(Person ana, Person rio, Person admin, String mark) {
        this.ana = ana;
        this.rio = rio;
        this.admin = admin;
        this.mark = mark;
    }

    void play(Steps steps) {
        steps.step("two people take part, once their profiles are approved", this::takePart);
        steps.step("one says something, and whoever is meant reads it", this::speak);
        steps.step("the other follows, and hears it at home", this::follow);
        steps.step("answers, likes and hands it on, and all is counted", this::react);
        steps.step("it is changed, and shows what it said before", this::edit);
        steps.step("another server finds the actor and the post", this::beRead);
        steps.step("it is deleted, and told to be gone", this::delete);
    }

    private void takePart() {
        rio.browser.put("/api/social/actors/me").status(403).contains("may-not-take-part");
        var profile = rio.browser.get("/api/profiles/me").status(200);
        var words = new JsonObject().put("descriptions", new JsonObject().put("details", "Grapes and words"));
        rio.browser.patch("/api/profiles/me", profile.header("ETag"), words).status(200);
        rio.browser.put("/api/profiles/me/submission").status(200);
        admin.browser
                .put("/api/profiles/%s/approval".formatted(profile.text("id")))
                .status(200);
        rio.browser.put("/api/social/actors/me").status(200).contains("rio-" + mark);
        ana.browser.put("/api/social/actors/me").status(200).contains("ana-" + mark);
    }

    private void speak() {
        post = say(
                ana,
                new JsonObject()
                        .put("content", "Twelve **grapes** #" + mark + " @rio-" + mark)
                        .put("visibility", "local"));
        rio.browser.get(STATUSES + "/" + post).status(200).contains("<strong>grapes</strong>");
        new Browser(ana.browser.frontDoor()).get(STATUSES + "/" + post).status(404);
        rio.browser.get("/api/social/mentions").status(200).contains(post);
        post = say(
                ana, new JsonObject().put("content", "For everybody #" + mark).put("visibility", "public"));
        new Browser(ana.browser.frontDoor())
                .get("/api/social/tags/%s/statuses".formatted(mark))
                .status(200)
                .contains(post);
    }

    private void follow() {
        rio.browser
                .put("/api/social/actors/ana-%s/follow".formatted(mark))
                .status(200)
                .has("state", "accepted");
        rio.browser.get("/api/social/timelines/home").status(200).contains(post);
    }

    private void react() {
        say(rio, new JsonObject().put("content", "At last.").put("inReplyTo", post));
        rio.browser.put(STATUSES + "/" + post + "/like").status(204);
        rio.browser.put(STATUSES + "/" + post + "/like").status(204);
        rio.browser.put(STATUSES + "/" + post + "/boost").status(204);
        ana.browser
                .get(STATUSES + "/" + post)
                .status(200)
                .contains("\"repliesCount\":1")
                .contains("\"likesCount\":1")
                .contains("\"announcesCount\":1");
        ana.browser.get(STATUSES + "/" + post + "/thread").status(200).contains("At last.");
    }

    private void edit() {
        ana.browser
                .put(STATUSES + "/" + post, new JsonObject().put("content", "For each of you"))
                .status(200);
        rio.browser.get(STATUSES + "/" + post).status(200).contains("For each of you");
        rio.browser.get(STATUSES + "/" + post + "/history").status(200).contains("For everybody");
    }

    private void beRead() {
        var server = new Browser(ana.browser.frontDoor());
        var host = ana.browser.frontDoor().replaceFirst("^https?://", "");
        server.get("/.well-known/webfinger?resource=" + Browser.encoded("acct:ANA-%s@%s".formatted(mark, host)))
                .status(200)
                .contains("/ap/actors/");
        server.get("/ap/statuses/" + post).status(200).has("type", "Note");
        server.get("/nodeinfo/2.1").status(200).contains("activitypub");
    }

    private void delete() {
        ana.browser.delete(STATUSES + "/" + post).status(204);
        rio.browser.get(STATUSES + "/" + post).status(404);
        var server = new Browser(ana.browser.frontDoor());
        var document = "/ap/statuses/" + post;
        // Other servers' answers count for a second.
        Waiting.until(A_MOMENT, PAUSE, () -> server.get(document).response().statusCode() == 410);
        server.get(document).status(410).contains("Tombstone");
        rio.browser.delete("/api/social/actors/ana-%s/follow".formatted(mark)).status(204);
    }

    private static String say(Person person, JsonObject draft) {
        return person.browser.post(STATUSES, draft).status(201).text("id");
    }
}
