package club.panamia.ops.mail;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.settings.Settings;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills the templates {@code templates/mail/<language>/<name>.html} and {@code .txt}; the subject is a fragment of the latter.
 * English is the language of last resort.
 */
@Singleton
class Letters {

    private static final String ENGLISH = "en";

    private final Engine engine;
    private final String site;
    private final String host;
    private final String from;

    Letters(Engine engine, Settings settings, @ConfigProperty(name = "pana.ops.mail-from") String from) {
        this.engine = engine;
        this.from = from;
        site = settings.publicUrl().toString();
        host = settings.publicUrl().getHost();
    }

    /**
     * The mail, ready to be sent. Its Message-ID is that of the row: whoever gets it twice, because a process died between
     * sending and noting it, can tell (RFC 5322, section 3.6.4).
     *
     * @throws Unsendable when there is no such template, or a parameter is missing that it needs
     */
    MailMessage write(OutgoingMail mail) {
        var language = language(mail);
        var text = template(language, mail.template(), "txt");
        var html = template(language, mail.template(), "html");
        try {
            return new MailMessage()
                    .setFrom(from)
                    .setTo(mail.recipient())
                    .setSubject(subject(text, mail))
                    .setText(filled(text.instance(), mail).strip() + "\n")
                    .setHtml(filled(html.instance(), mail))
                    .addHeader("Message-ID", "<%s@%s>".formatted(mail.id(), host))
                    .addHeader("Content-Language", language)
                    .addHeader("Auto-Submitted", "auto-generated");
        } catch (TemplateException e) {
            throw new Unsendable("The template '%s' cannot be filled: %s".formatted(mail.template(), e.getMessage()));
        }
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
