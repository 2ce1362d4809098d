package club.panamia.auth.magiclink;

import club.panamia.auth.page.SignInError;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the sign-in pages: {@code {door:title}}. Both languages are in {@code messages/door….properties}. */
@MessageBundle(value = "door", locale = "en")
public interface DoorTexts {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String email();

    @Message
    String send();

    @Message
    String or();

    @Message
    String with(String name);

    @Message
    String down(String name);

    @Message
    String verificationSent();

    @Message
    String needsScript();

    @Message
    String error(SignInError error);

    @Message
    String sentTitle();

    @Message
    String sent();

    @Message
    String sentHint();

    @Message
    String noMail();

    @Message
    String again();

    @Message
    String codeTitle();

    @Message
    String codeIntro();

    @Message
    String code();

    @Message
    String codeHint();

    @Message
    String useCode();

    @Message
    String confirmAs();

    @Message
    String confirm();

    @Message
    String notYou();

    @Message
    String elsewhereTitle();

    @Message
    String elsewhere();

    @Message
    String elsewhereWarning();

    @Message
    String codeGone();

    @Message
    String here();

    @Message
    String hereHint();
}
