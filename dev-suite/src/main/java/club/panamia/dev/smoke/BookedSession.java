package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From an offer to a session that was held: the two agree to have it sooner and sooner, until it is now. */
final class BookedSession {

    private static final Duration LAST_REMINDER = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final Person mentor;
    private final String screenname;
    private final Person mentee;
    private final Person other;
    private Instant start = Instant.EPOCH;
    private String session = "";

    /** {@code mentor} has an approved profile; the others are signed in. */
    BookedSession(Person mentor, String screenname, Person mentee, Person other) {
        this.mentor = mentor;
        this.screenname = screenname;
        this.mentee = mentee;
        this.other = other;
    }

    void play(Steps steps) {
        steps.step("somebody offers mentoring and says when", this::offer);
        steps.step("somebody else finds them, and when they are free", this::find);
        steps.step("a slot is kept, asked for, and given to nobody else", this::book);
        steps.step("the mentor accepts, and both have it in their calendars", this::accept);
        steps.step("they agree to meet in ten minutes, and a second yes changes nothing", this::moveNear);
    }

    /** Later, when other things have been done meanwhile. */
    void playTheSession(Steps steps) {
        steps.step("both are reminded by mail", this::remind);
        steps.step("they meet at the next full minute, and end it", this::meet);
        steps.step("both are asked how it was, and say so once", this::judge);
    }

    private void offer() {
        var offer = new JsonObject()
                .put("enabled", true)
                .put("expertise", JsonArray.of("Grapes", screenname))
                .put("languages", JsonArray.of("es", "en"))
                .put("bio", "Forty harvests, and every one was late.");
        change("/api/mentoring/profile", offer);
        var week = new JsonArray();
        for (var day : new String[] {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
            week.add(new JsonObject().put("day", day).put("startTime", "00:00").put("endTime", "24:00"));
        }
        change(
                "/api/mentoring/availability",
                new JsonObject()
                        .put("timezone", "America/New_York")
                        .put("schedule", week)
                        .put("minNoticeMinutes", 60));
    }

    private void change(String path, JsonObject patch) {
        var seen = mentor.browser.get(path).status(200).header("ETag");
        mentor.browser.patch(path, seen, patch).status(200);
        mentor.browser.patch(path, seen, patch).status(412);
    }

    private void find() {
        mentee.browser
                .get("/api/mentoring/mentors?expertise=" + screenname)
                .status(200)
                .contains(screenname);
        var slots = mentee.browser
                .get("/api/mentoring/mentors/%s/slots?duration=30&tz=Europe/Madrid".formatted(screenname))
                .status(200)
                .json()
                .getJsonArray("slots");
        start = Instant.parse(slots.getJsonObject(slots.size() / 2).getString("startsAt"));
    }

    private void book() {
        var choice = new JsonObject()
                .put("mentor", screenname)
                .put("startsAt", start.toString())
                .put("duration", 30);
        var wish = choice.copy().put("topic", "When to pick").put("sessionType", "knowledge_transfer");
        mentee.browser.put("/api/mentoring/hold", choice).status(200);
        other.browser.post("/api/mentoring/sessions", wish).status(409).contains("nextSlots");
        session = mentee.browser
                .post("/api/mentoring/sessions", wish)
                .status(201)
                .has("status", "pending")
                .text("sessionId");
        other.browser.get(path("")).status(404);
        mentor.mustGetMailThatSays("would like a session with you");
    }

    private void accept() {
        mentee.browser.put(path("/acceptance")).status(403);
        mentor.browser.put(path("/acceptance")).status(200).has("status", "scheduled");
        mentee.mustGetMailThatSays("is agreed on. The invitation is attached");
        var feed =
                mentee.browser.put("/api/mentoring/calendar-feed").status(200).text("url");
        new Browser(mentee.browser.frontDoor())
                .getCalendar(URI.create(feed).getPath())
                .status(200)
                .contains("STATUS:CONFIRMED");
        mentor.browser.getCalendar(path("/calendar.ics")).status(200).contains("SUMMARY:When to pick");
    }

    /** The last reminder is due within a minute then. */
    private void moveNear() {
        moveTo(nextMinute().plus(LAST_REMINDER));
        mentee.browser.put(path("/proposal/acceptance")).status(409);
    }

    private void remind() {
        waitFor(start.minus(LAST_REMINDER));
        mentee.mustGetMailThatSays("begins soon");
        mentor.mustGetMailThatSays("begins soon");
    }

    private void meet() {
        moveTo(nextMinute());
        mentee.browser.put(path("/start")).status(200).has("status", "in_progress");
        mentor.browser.put(path("/start")).status(200);
        mentor.browser.put(path("/completion")).status(409);
        waitFor(start);
        mentor.browser.put(path("/completion")).status(200).has("status", "completed");
    }

    private void judge() {
        mentor.mustGetMailThatSays("Say in a minute how it was");
        mentee.mustGetMailThatSays("Say in a minute how it was");
        var praise = new JsonObject().put("rating", 5).put("comment", "Now I know when.");
        mentee.browser.post(path("/feedback"), praise).status(201);
        mentee.browser.post(path("/feedback"), praise).status(409);
    }

    private void moveTo(Instant time) {
        mentor.browser
                .put(path("/proposal"), new JsonObject().put("startsAt", time.toString()))
                .status(200);
        mentee.browser.put(path("/proposal/acceptance")).status(200).has("scheduledAt", time.toString());
        start = time;
    }

    /** Not one that is over before it is agreed on. */
    private static Instant nextMinute() {
        return Instant.now().plus(A_MOMENT).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    private static void waitFor(Instant time) {
        var left = Duration.between(Instant.now(), time);
        if (left.isPositive()) {
            Waiting.sleep(left.plusMillis(1));
        }
    }

    private String path(String rest) {
        return "/api/mentoring/sessions/" + session + rest;
    }
}
