package club.panamia.auth.provider;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page on the way to a provider; both languages are in {@code messages/provider….properties}. */
@MessageBundle(value = "provider", locale = "en")
public interface ProviderTexts {

    @Message
    String onward(String label);
}
