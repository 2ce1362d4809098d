package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The local mailbox as a program reads it. */
final class Inbox {

    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private final Browser browser;

    Inbox(Browser browser) {
        this.browser = browser;
    }

    /** The newest of at least {@code count} mails to this address, once they are there. */
    JsonObject newest(String to, int count) {
        Waiting.until(DELIVERY, Duration.ofMillis(100), () -> mails(to).size() >= count);
        var mails = mails(to);
        if (mails.size() < count) {
            throw new Unexpected(
                    "the mailbox", count + " mails to " + to, mails.size() + " after " + DELIVERY.toSeconds() + " s");
        }
        return mails.getJsonObject(0);
    }

    private JsonArray mails(String to) {
        return browser.get("/dev/mail.json?to=" + Browser.encoded(to))
                .status(200)
                .array();
    }
}
