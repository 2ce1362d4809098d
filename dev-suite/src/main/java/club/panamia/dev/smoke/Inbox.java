package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local mailbox as a program reads it. */
final class Inbox {

    private static final Duration DELIVERY = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Browser browser;

    Inbox(Browser browser) {
        this.browser = browser;
    }

    /** The link that begins like this in the newest of at least {@code count} mails that have one. */
    String newestLink(String to, String beginning, int count) {
        Waiting.until(DELIVERY, PAUSE, () -> links(to, beginning).size() >= count);
        var links = links(to, beginning);
        if (links.size() < count) {
            throw new Unexpected(
                    "the mailbox of " + to,
                    count + " mails with a link to " + beginning,
                    subjects(to) + " after " + DELIVERY);
        }
        return links.getFirst();
    }

    /** The first group of the pattern in the newest mail that has it. */
    String newest(String to, Pattern text) {
        return mails(to).stream()
                .map(mail -> text.matcher(mail.getString("text", "")))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new Unexpected("the mailbox of " + to, "a mail with " + text, subjects(to)));
    }

    /** Waits for a mail that says this. */
    void mustSay(String to, String text) {
        if (!Waiting.until(DELIVERY, PAUSE, () -> mails(to).stream().anyMatch(mail -> says(mail, text)))) {
            throw new Unexpected("the mailbox of " + to, "a mail that says '" + text + "'", subjects(to));
        }
    }

    private List<String> links(String to, String beginning) {
        return mails(to).stream()
                .flatMap(mail -> mail.getJsonArray("links").stream().map(Object::toString))
                .filter(link -> link.startsWith(beginning))
                .toList();
    }

    private List<String> subjects(String to) {
        return mails(to).stream().map(mail -> mail.getString("subject", "")).toList();
    }

    private static boolean says(JsonObject mail, String text) {
        return mail.getString("text", "").contains(text);
    }

    /** Newest first. */
    private List<JsonObject> mails(String to) {
        var mails = browser.get("/dev/mail.json?to=" + Browser.encoded(to))
                .status(200)
                .array();
        return mails.stream().map(JsonObject.class::cast).toList();
    }
}
