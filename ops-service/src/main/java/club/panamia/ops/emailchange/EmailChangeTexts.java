package club.panamia.ops.emailchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages behind the mailed links; both languages are in {@code messages/emailchange….properties}. */
@MessageBundle(value = "emailchange", locale = "en")
public interface EmailChangeTexts {

    @Message
    String language();

    @Message
    String proofTitle();

    @Message
    String proofText(String email);

    @Message
    String proofButton();

    @Message
    String proofHint();

    @Message
    String changedTitle();

    @Message
    String changedText(String email);

    @Message
    String undoTitle();

    @Message
    String undoText(String email);

    @Message
    String undoButton();

    @Message
    String undoneTitle();

    @Message
    String undoneText(String email);

    @Message
    String takenTitle();

    @Message
    String takenText();

    @Message
    String closedTitle();

    @Message
    String closedText();

    @Message
    String signIn();
}
