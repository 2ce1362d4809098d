package club.panamia.dev.smoke;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with an address, a mailbox and a browser. */
final class Person {

    private static final String CONFIRM = "/login/confirm";

    final String email;
    final Browser browser;
    private final String frontDoor;
    private final Inbox inbox;
    private int mails;
    private Map<String, String> link = Map.of();

    Person(String email, String frontDoor) {
        this.email = email;
        this.frontDoor = frontDoor;
        this.browser = new Browser(frontDoor);
        this.inbox = new Inbox(new Browser(frontDoor));
    }

    /** All of the sign-in at once, for those whose sign-in is not the story. */
    Person signIn() {
        askForLink();
        readLink();
        confirm();
        return this;
    }

    Answer askForLink() {
        mails++;
        return browser.post("/api/auth/magic-link", new JsonObject().put("email", email))
                .status(202);
    }

    /** Takes the link out of the newest mail; it must lead to the confirmation page of this very suite. */
    void readLink() {
        var found = inbox.newestLink(email, frontDoor + CONFIRM + "?", mails);
        link = parameters(found);
        if (!email.equalsIgnoreCase(link.get("email"))
                || link.getOrDefault("token", "").length() < 32) {
            throw new Unexpected("the link in the mail", "a token for " + email, link.keySet());
        }
    }

    void mustGetMailThatSays(String text) {
        inbox.mustSay(email, text);
    }

    Answer openLink() {
        return browser.get(CONFIRM + "?" + Browser.form(link));
    }

    /** Presses the button of the confirmation page. */
    void confirm() {
        submitConfirmation().status(303);
        browser.session();
    }

    Answer submitConfirmation() {
        return browser.submit(CONFIRM, link);
    }

    private static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
