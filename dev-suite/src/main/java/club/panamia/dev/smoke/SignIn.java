package club.panamia.dev.smoke;

import io.vertx.core.json.JsonObject;

/** From an address to a session, by a link in a real mail. */
final class SignIn {

    private final Person ana;
    private final String screenname;

    SignIn(Person ana, String screenname) {
        this.ana = ana;
        this.screenname = screenname;
    }

    void play(Steps steps) {
        steps.step("a person asks for a magic link", ana::askForLink);
        steps.step("the mail with the link is in the mailbox", ana::readLink);
        steps.step("opening the link shows a form and changes nothing", this::openingChangesNothing);
        steps.step("a mail scanner that presses its button gets nothing", ana::scannerPressesTheButton);
        steps.step("pressing it where one asked signs in and sets the session cookie", ana::confirm);
        steps.step("the same link does not work twice", this::linkIsUsedUp);
        steps.step("the session tells who is signed in", this::sessionTellsWho);
        steps.step("the person takes a screenname", this::takeScreenname);
    }

    /** Twice, as mail scanners open links before people do. */
    private void openingChangesNothing() {
        ana.openLink().status(200).contains("<form");
        ana.openLink().status(200).contains("<form");
        ana.browser.get("/api/auth/session").status(401);
    }

    private void linkIsUsedUp() {
        var status = ana.submitConfirmation().response().statusCode();
        if (status < 400 || status >= 500) {
            throw new Unexpected("the second use of the link", "a refusal (4xx)", status);
        }
    }

    private void sessionTellsWho() {
        var user = ana.browser.get("/api/auth/session").status(200).json().getJsonObject("user");
        if (user == null || !ana.email.equals(user.getString("email"))) {
            throw new Unexpected("the session", "the user " + ana.email, user);
        }
    }

    private void takeScreenname() {
        ana.browser
                .put("/api/users/me/screenname", new JsonObject().put("screenname", screenname))
                .status(204);
    }
}
