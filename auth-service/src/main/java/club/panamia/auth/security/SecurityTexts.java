package club.panamia.auth.security;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEventView;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page: {@code {security:title}}. Both languages are in {@code messages/security….properties}. */
@MessageBundle(value = "security", locale = "en")
public interface SecurityTexts {

    @Message
    String title();

    @Message
    String sessions();

    @Message
    String here();

    @Message
    String openedBy(String app);

    @Message
    String opened(String time);

    @Message
    String lastSeen(String time);

    @Message
    String end();

    @Message
    String endOthers();

    @Message
    String accounts();

    @Message
    String noAccounts();

    @Message
    String linked(String time);

    @Message
    String link(String label);

    @Message
    String unlink();

    @Message
    String dormant();

    @Message
    String events();

    @Message
    String noEvents();

    @Message
    String action(SecurityAction action);

    @Message
    String by(SecurityEventView.By by);
}
