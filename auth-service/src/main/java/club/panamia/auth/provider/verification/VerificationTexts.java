package club.panamia.auth.provider.verification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages that wait for a proof; both languages are in {@code messages/verification….properties}. */
@MessageBundle(value = "verification", locale = "en")
public interface VerificationTexts {

    @Message
    String waitTitle();

    @Message
    String waitText(String label, String shown, String email);

    @Message
    String waitHere();

    @Message
    String goOn();

    @Message
    String again();

    @Message
    String proofTitle();

    @Message
    String proofText(String email);

    @Message
    String proofHow(String label);

    @Message
    String signIn();
}
