package club.panamia.auth.magiclink.asking;

import club.panamia.auth.magiclink.EmailAddress;
import club.panamia.auth.page.Language;
import club.panamia.auth.session.Browser;
import club.panamia.auth.session.KnownBrowser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Who wants in: an address somebody typed, and the browser they typed it in.
 *
 * @param knownBrowser the browser's id where this account has signed in before
 */
record Asker(EmailAddress email, String client, Optional<String> knownBrowser, Language language) {

    static Asker of(String typed, RoutingContext context, KnownBrowser knownBrowser) {
        var email = EmailAddress.of(typed);
        return new Asker(
                email,
                String.valueOf(Browser.of(context).address()),
                knownBrowser.knows(email.text(), context),
                Language.of(context));
    }
}
