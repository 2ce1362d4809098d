package club.panamia.dev.smoke;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with an address, a mailbox and a browser. */
final class Person {

    private static final String CONFIRM = "/login/confirm";
    private static final Pattern CODE = Pattern.compile(": ([0-9]{6})\\s");

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

    /** All of the sign-in at once, for those whose sign-in is not the story: by the code, as after reading mail on a phone. */
    Person signIn() {
        askForLink();
        readLink();
        browser.submit("/login/code", Map.of("code", inbox.newest(email, CODE))).status(303);
        browser.session();
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
        if (link.getOrDefault("token", "").length() < 32) {
            throw new Unexpected("the link in the mail", "a token", link.keySet());
        }
    }

    /** The path, with its query, of the newest mailed link that begins like this. */
    String mailedPath(String beginning) {
        return inbox.newestLink(email, frontDoor + beginning, 1).substring(frontDoor.length());
    }

    void mustGetMailThatSays(String text) {
        inbox.mustSay(email, text);
    }

    Answer openLink() {
        return browser.get(CONFIRM + "?" + Browser.form(link));
    }

    /** What a mail scanner does that runs a browser of its own and presses what it finds; it must not get in. */
    void scannerPressesTheButton() {
        var scanner = new Browser(frontDoor);
        scanner.get(CONFIRM + "?" + Browser.form(link)).status(200);
        scanner.submit(CONFIRM, link).status(410);
        scanner.get("/api/auth/session").status(401);
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
