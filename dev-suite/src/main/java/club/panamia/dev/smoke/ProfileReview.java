package club.panamia.dev.smoke;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** From a draft to the directory: somebody else decides. */
final class ProfileReview {

    private final Person ana;
    private final Person bob;
    private final Person admin;
    private final String word;
    private String profile = "";

    /** {@code mark} is a word that stands in no other profile. */
    ProfileReview(Person ana, Person bob, Person admin, String mark) {
        this.ana = ana;
        this.bob = bob;
        this.admin = admin;
        this.word = "ceramica" + mark;
    }

    void play(Steps steps) {
        steps.step("the person creates a profile", this::create);
        steps.step("edits it under its ETag; a stale one is refused", this::edit);
        steps.step("submits it, and it is not yet in the directory", this::submit);
        steps.step("a stranger cannot approve it", this::strangerCannotApprove);
        steps.step("an admin signs in and finds it in the review queue", this::adminFindsIt);
        steps.step("the admin approves it", this::approve);
        steps.step("a text search finds it in the directory, without private contact data", this::found);
        steps.step("what they show to members is seen by members only", this::membersOnly);
        steps.step("shows a picture, drawn anew; a page that is called one is refused", this::picture);
        steps.step("a badge that the admin gives is seen at once", this::badge);
        steps.step("switched off, nobody finds it; switched on again, they do", this::hideAndShow);
        steps.step("the admin declines another one, whose person reads why", this::decline);
    }

    private void create() {
        profile = ana.browser
                .post("/api/profiles", draft("Ana Márquez", "Platos y tazas de " + word))
                .status(201)
                .text("id");
    }

    private void edit() {
        var etag = ana.browser.get("/api/profiles/me").status(200).header("ETag");
        var change = new JsonObject().put("pronouns", "ella");
        ana.browser.patch("/api/profiles/me", etag, change).status(200).has("pronouns", "ella");
        ana.browser.patch("/api/profiles/me", etag, change).status(412);
    }

    private void submit() {
        ana.browser.put("/api/profiles/me/submission").status(200);
        if (!search().isEmpty()) {
            throw new Unexpected("the directory", "nobody before approval", search());
        }
    }

    private void strangerCannotApprove() {
        bob.signIn();
        bob.browser.put("/api/profiles/%s/approval".formatted(profile)).status(403);
    }

    private void adminFindsIt() {
        admin.signIn();
        var path = "/api/profiles/review-queue?limit=100";
        for (var page = admin.browser.get(path).status(200); ; page = admin.browser.get(next(path, page))) {
            if (page.response().body().contains(profile)) {
                return;
            }
            if (page.status(200).json().getString("nextCursor") == null) {
                throw new Unexpected(
                        "the review queue",
                        "the profile " + profile,
                        page.response().body());
            }
        }
    }

    private void approve() {
        admin.browser.put("/api/profiles/%s/approval".formatted(profile)).status(200);
    }

    private void found() {
        var found = search();
        if (found.size() != 1 || !found.getJsonObject(0).encode().contains("Ana Márquez")) {
            throw new Unexpected("the directory", "Ana Márquez alone", found);
        }
        if (found.encode().contains("@")) {
            throw new Unexpected("the directory", "no e-mail address", found);
        }
    }

    private void membersOnly() {
        var etag = ana.browser.get("/api/profiles/me").status(200).header("ETag");
        var audience = new JsonObject().put("audience", new JsonObject().put("pronouns", "members"));
        ana.browser.patch("/api/profiles/me", etag, audience).status(200);
        ana.browser.get("/api/profiles/me/preview?as=member").status(200).has("pronouns", "ella");
        ana.browser.get("/api/profiles/me/preview?as=public").status(200).has("pronouns", null);
    }

    private void picture() {
        var primary = "/api/profiles/me/images/primary?alt=" + Browser.encoded("Ana at the wheel");
        var etag = ana.browser.get("/api/profiles/me").status(200).header("ETag");
        ana.browser
                .putPicture(primary, etag, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .status(422);
        ana.browser.putPicture(primary, etag, photo()).status(200);
        var shown = search().getJsonObject(0).getJsonObject("image").getJsonObject("urls");
        var file = new Browser(ana.browser.frontDoor())
                .getPicture(shown.getString("320"))
                .status(200);
        if (!file.header("Content-Type").equals("image/jpeg")) {
            throw new Unexpected(file.request(), "a JPEG", file.header("Content-Type"));
        }
    }

    static byte[] photo() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void badge() {
        admin.browser
                .put("/api/profiles/%s/badges/pana-verified".formatted(profile))
                .status(200);
        if (!search().encode().contains("pana-verified")) {
            throw new Unexpected("the directory", "the badge", search());
        }
    }

    private void hideAndShow() {
        ana.browser.delete("/api/profiles/me/visibility").status(200);
        if (!search().isEmpty()) {
            throw new Unexpected("the directory", "nobody who is switched off", search());
        }
        ana.browser.put("/api/profiles/me/visibility").status(200);
        if (search().size() != 1) {
            throw new Unexpected("the directory", "who is switched on again", search());
        }
    }

    private void decline() {
        var declined = bob.browser
                .post("/api/profiles", draft("Bob Suárez", "Nothing yet"))
                .status(201)
                .text("id");
        bob.browser.put("/api/profiles/me/submission").status(200);
        admin.browser
                .put(
                        "/api/profiles/%s/decline".formatted(declined),
                        new JsonObject().put("reason", "Say what you make."))
                .status(200);
        bob.browser.get("/api/profiles/me").status(200).contains("Say what you make.");
        bob.mustGetMailThatSays("Say what you make.");
    }

    private JsonArray search() {
        return new Browser(ana.browser.frontDoor())
                .get("/api/directory?q=" + word)
                .status(200)
                .json()
                .getJsonArray("items");
    }

    private static String next(String path, Answer page) {
        return path + "&cursor=" + Browser.encoded(page.json().getString("nextCursor", ""));
    }

    private JsonObject draft(String name, String details) {
        return new JsonObject().put("name", name).put("descriptions", new JsonObject().put("details", details));
    }
}
