package club.panamia.auth.email;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages about further addresses: {@code {addresses:addedTitle}}; both languages in {@code messages}. */
@MessageBundle(value = "addresses", locale = "en")
public interface AddressTexts {

    @Message
    String confirmTitle();

    @Message
    String confirmFor(String address, String screenname);

    @Message
    String confirmForYou(String address);

    @Message
    String confirmMeaning();

    @Message
    String confirmButton();

    @Message
    String confirmHint();

    @Message
    String addedTitle();

    @Message
    String addedMeaning(String address);

    @Message
    String addedNext();
}
