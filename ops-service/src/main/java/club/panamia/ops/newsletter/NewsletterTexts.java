package club.panamia.ops.newsletter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the newsletter's pages; both languages are in {@code messages/newsletter….properties}. */
@MessageBundle(value = "newsletter", locale = "en")
public interface NewsletterTexts {

    @Message
    String language();

    @Message
    String confirmTitle();

    @Message
    String confirmText(String email);

    @Message
    String confirmButton();

    @Message
    String confirmHint();

    @Message
    String confirmedTitle();

    @Message
    String confirmedText();

    @Message
    String leaveTitle();

    @Message
    String leaveText(String email);

    @Message
    String leaveButton();

    @Message
    String leftTitle();

    @Message
    String leftText();

    @Message
    String preferencesTitle();

    @Message
    String preferencesLink();

    @Message
    String name();

    @Message
    String about();

    @Message
    String creative();

    @Message
    String resident();

    @Message
    String visitor();

    @Message
    String inLanguage();

    @Message
    String save();

    @Message
    String savedTitle();

    @Message
    String savedText();

    @Message
    String closedTitle();

    @Message
    String closedText();
}
