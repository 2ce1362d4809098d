package club.panamia.dev.smoke;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One of two who take part shows a picture and asks something; the other sees, votes and puts her on a list. */
final class ShownAndAsked {

    private static final String STATUSES = "/api/social/statuses";

    private final Person ana;
    private final Person rio;
    private final String mark;

    ShownAndAsked(Person ana, Person rio, String mark) {
        this.ana = ana;
        this.rio = rio;
        this.mark = mark;
    }

    void play(Steps steps) {
        steps.step("a post shows a picture, drawn anew", this::show);
        steps.step("a post asks, and everybody votes once", this::ask);
        steps.step("a list of people is a timeline", this::list);
    }

    private void show() {
        var upload = ana.browser
                .postPicture("/api/social/media", ProfileReview.photo())
                .status(201)
                .text("id");
        var picture = new JsonObject().put("id", upload).put("description", "Twelve grapes");
        var post = say(new JsonObject()
                .put("content", "Look")
                .put("visibility", "public")
                .put("attachments", new JsonArray().add(picture)));
        var shown = rio.browser
                .get(STATUSES + "/" + post)
                .status(200)
                .contains("Twelve grapes")
                .json();
        var url = shown.getJsonArray("attachments").getJsonObject(0).getString("url");
        new Browser(ana.browser.frontDoor())
                .getPicture(url.replaceFirst("^https?://[^/]+", ""))
                .status(200);
    }

    private void ask() {
        var poll = new JsonObject()
                .put("options", new JsonArray().add("Red").add("Green"))
                .put("minutes", 60);
        var post = say(new JsonObject()
                .put("content", "Which grapes?")
                .put("visibility", "local")
                .put("poll", poll));
        var vote = STATUSES + "/" + post + "/vote";
        rio.browser.put(vote, chosen(1)).status(200).contains("\"votes\":1");
        rio.browser.put(vote, chosen(1)).status(200).has("votersCount", 1);
        rio.browser.put(vote, chosen(0)).status(409).contains("already-voted");
        ana.browser.put(vote, chosen(0)).status(403).contains("own-poll");
    }

    private void list() {
        var list = rio.browser
                .post(
                        "/api/lists",
                        new JsonObject().put("name", "Grapes " + mark).put("visibility", "private"))
                .status(201)
                .text("id");
        rio.browser
                .put("/api/lists/%s/members/people/ana-%s".formatted(list, mark))
                .status(204);
        rio.browser
                .get("/api/social/timelines/lists/" + list)
                .status(200)
                .contains("Which grapes?")
                .contains("Twelve grapes");
    }

    private static JsonObject chosen(int place) {
        return new JsonObject().put("choices", new JsonArray().add(place));
    }

    private String say(JsonObject draft) {
        return ana.browser.post(STATUSES, draft).status(201).text("id");
    }
}
