package club.panamia.dev.smoke;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What comes and goes by mail: a message to staff, the newsletter, and a change of address that was nobody's wish. */
final class Correspondence {

    private final Person eva;
    private final Person newAddress;
    private final Person admin;
    private final String mark;

    /** {@code newAddress} is the mailbox of the address that the account shall have. */
    Correspondence(Person eva, Person newAddress, Person admin, String mark) {
        this.eva = eva;
        this.newAddress = newAddress;
        this.admin = admin;
        this.mark = mark;
    }

    void play(Steps steps) {
        steps.step("somebody writes to staff, who hears of it by mail", this::write);
        steps.step("an administrator finds the message, answers it, and it is taken care of", this::answer);
        steps.step("the newsletter is asked for, and only the button of its page confirms", this::newsletter);
        steps.step("one click of the mail program leaves it", this::leaveNewsletter);
        steps.step("an account gets another address, which proves itself", this::changeAddress);
        steps.step("the old address undoes it, and everybody is signed out", this::undo);
    }

    private void write() {
        eva.browser
                .post(
                        "/api/contact",
                        new JsonObject()
                                .put("name", "Eva")
                                .put("email", eva.email)
                                .put("message", "Where is the market on Sunday, %s?".formatted(mark)))
                .status(201);
        admin.mustGetMailThatSays(mark);
    }

    private void answer() {
        var found = admin.browser
                .get("/api/contact/messages?q=" + mark)
                .status(200)
                .json()
                .getJsonArray("items");
        if (found.size() != 1) {
            throw new Unexpected("the inbox", "one message about " + mark, found.size());
        }
        var message = "/api/contact/messages/" + found.getJsonObject(0).getString("id");
        admin.browser
                .post(message + "/replies", new JsonObject().put("message", "In Wynwood, " + mark + "."))
                .status(201);
        eva.mustGetMailThatSays("In Wynwood, " + mark);
        admin.browser
                .get("/api/contact/messages?state=acknowledged&q=" + mark)
                .status(200)
                .contains(mark);
    }

    private void newsletter() {
        eva.browser
                .post(
                        "/api/newsletter/signups",
                        new JsonObject()
                                .put("name", "Eva")
                                .put("email", eva.email)
                                .put("signupType", "resident_support"))
                .status(202);
        var page = eva.mailedPath("/api/newsletter/confirmation?");
        eva.browser.get(page).status(200).contains("<form");
        reading(0);
        eva.browser
                .submit("/api/newsletter/confirmation", Map.of("token", tokenOf(page)))
                .status(200);
        reading(1);
    }

    private void leaveNewsletter() {
        var link = eva.mailedPath("/api/newsletter/unsubscription?");
        eva.browser.submit(link, Map.of("List-Unsubscribe", "One-Click")).status(200);
        reading(0);
    }

    private void reading(int expected) {
        var found = admin.browser
                .get("/api/newsletter/signups?state=reading&q=" + Browser.encoded(eva.email))
                .status(200)
                .json()
                .getJsonArray("items");
        if (found.size() != expected) {
            throw new Unexpected("the readers of the newsletter", expected + " with this address", found.size());
        }
    }

    private void changeAddress() {
        eva.signIn();
        eva.browser
                .post("/api/email-migrations", new JsonObject().put("newEmail", newAddress.email))
                .status(202);
        var page = newAddress.mailedPath("/api/email-migrations/confirmation?");
        newAddress.browser.get(page).status(200).contains("<form");
        eva.browser.get("/api/auth/session").status(200).contains(eva.email);
        newAddress
                .browser
                .submit("/api/email-migrations/confirmation", Map.of("token", tokenOf(page)))
                .status(200);
        eva.browser.get("/api/auth/session").status(401);
        newAddress.signIn().browser.get("/api/auth/session").status(200).contains(newAddress.email);
    }

    private void undo() {
        var page = eva.mailedPath("/api/email-migrations/undo?");
        eva.browser
                .submit("/api/email-migrations/undo", Map.of("token", tokenOf(page)))
                .status(200);
        newAddress.browser.get("/api/auth/session").status(401);
        eva.signIn().browser.get("/api/auth/session").status(200).contains(eva.email);
    }

    private static String tokenOf(String path) {
        return path.substring(path.indexOf("token=") + 6);
    }
}
