package club.panamia.ops.mail;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.settings.Settings;
import club.panamia.ops.provider.Letter;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills the templates {@code templates/mail/<language>/<name>.html} and {@code .txt}; the subject is a fragment of the latter.
 * English is the language of last resort.
 */
@Singleton
class Letters {

    private static final String ENGLISH = "en";

    private static final String LEAVE = "unsubscribe";

    private static final String INVITATION = "invitation";

    private final Engine engine;
    private final String site;
    private final String from;

    Letters(Engine engine, Settings settings, @ConfigProperty(name = "pana.ops.mail-from") String from) {
        this.engine = engine;
        this.from = from;
        site = settings.publicUrl().toString();
    }

    /**
     * The mail, ready to be sent. A parameter {@code unsubscribe}, an address of ours that leaves a list when it is posted to,
     * becomes the header of RFC 8058 and a link in the mail. A parameter {@code invitation}, an iCalendar object, is attached.
     *
     * @throws Unsendable when there is no such template, or a parameter is missing that it needs
     */
    Letter write(OutgoingMail mail) {
        var language = language(mail);
        var text = template(language, mail.template(), "txt");
        var html = template(language, mail.template(), "html");
        try {
            return new Letter(
                    mail.id(),
                    from,
                    mail.recipient(),
                    subject(text, mail),
                    text(text, mail),
                    filled(html.instance(), mail),
                    headers(mail, language),
                    mail.params().get(INVITATION));
        } catch (TemplateException e) {
            throw new Unsendable("The template '%s' cannot be filled: %s".formatted(mail.template(), e.getMessage()));
        }
    }

    private Map<String, String> headers(OutgoingMail mail, String language) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Language", language);
        headers.put("Auto-Submitted", "auto-generated");
        var leave = mail.params().get(LEAVE);
        if (leave != null) {
            headers.putAll(Letter.leavingBy(own(leave)));
        }
        return Map.copyOf(headers);
    }

    /** Mail programs post to it by themselves, so it must be ours, and one line. */
    private String own(String url) {
        if (!url.startsWith(site + "/") || url.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '>')) {
            throw new Unsendable("The parameter 'unsubscribe' is no address of ours.");
        }
        return url;
    }

    private String text(Template template, OutgoingMail mail) {
        var leave = mail.params().get(LEAVE);
        var text = filled(template.instance(), mail).strip() + "\n";
        return leave == null || text.contains(leave) ? text : text + "\n" + leave + "\n";
    }

    private String language(OutgoingMail mail) {
        var wished = Locale.forLanguageTag(mail.locale()).getLanguage();
        return engine.getTemplate(path(wished, mail.template(), "txt")) == null ? ENGLISH : wished;
    }

    private Template template(String language, String name, String kind) {
        var template = engine.getTemplate(path(language, name, kind));
        if (template == null) {
            throw new Unsendable("There is no template '%s'.".formatted(name));
        }
        return template;
    }

    /** One line, whatever stands in the parameters. */
    private String subject(Template text, OutgoingMail mail) {
        return filled(text.getFragment("subject").instance(), mail)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String filled(TemplateInstance template, OutgoingMail mail) {
        mail.params().forEach(template::data);
        return template.data("site", site).render();
    }

    private static String path(String language, String name, String kind) {
        return "mail/%s/%s.%s".formatted(language, name, kind);
    }

    /** No later attempt can send this mail. */
    static final class Unsendable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsendable(String reason) {
            super(reason);
        }
    }
}
