package club.panamia.ops.oauthverification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page behind the mailed link; both languages are in {@code messages/verification….properties}. */
@MessageBundle(value = "verification", locale = "en")
public interface VerificationTexts {

    @Message
    String language();

    @Message
    String title();

    @Message
    String text(String provider, String account, String email);

    @Message
    String confirm();

    @Message
    String notYou();

    @Message
    String closedTitle();

    @Message
    String closedText();

    @Message
    String back();
}
