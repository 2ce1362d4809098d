package club.panamia.auth.oauth.authorize;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the consent page: {@code {consent:allow}}. Both languages are in {@code messages/consent….properties}. */
@MessageBundle(value = "consent", locale = "en")
public interface ConsentTexts {

    @Message
    String wants(String program);

    @Message
    String signedInAs(String screenname);

    @Message
    String learns(String program);

    @Message
    String alsoAsks();

    @Message
    String allow();

    @Message
    String deny();

    @Message
    String youReturnTo(String address);
}
