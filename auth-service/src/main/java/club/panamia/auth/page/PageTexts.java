package club.panamia.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the layout and of refusals: {@code {page:back}}. Both languages are in {@code messages/page….properties}. */
@MessageBundle(value = "page", locale = "en")
public interface PageTexts {

    @Message
    String back();

    @Message
    String refused(Refusal refusal);

    @Message
    String reason(Refusal refusal);
}
