package club.panamia.ops.newsletter;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Keeps that somebody asked and mails the link that confirms it: of its token only the hash is kept. */
@ApplicationScoped
class AskForNewsletter {

    private static final Duration LIFE = Duration.ofDays(14);

    private final Readers readers;
    private final MailOutbox outbox;
    private final Tokens tokens;
    private final String site;
    private final Clock clock;

    AskForNewsletter(Readers readers, MailOutbox outbox, Tokens tokens, Settings settings, Clock clock) {
        this.readers = readers;
        this.outbox = outbox;
        this.tokens = tokens;
        this.site = settings.publicUrl().toString();
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> by(Signup signup, String client) {
        var token = Tokens.newToken();
        return readers.ask(signup, tokens.hash(token), client)
                .chain(asked -> asked
                        ? outbox.post(mail(signup, token))
                        : Uni.createFrom().voidItem());
    }

    private Mail mail(Signup signup, String token) {
        return new Mail(
                "newsletter-confirm",
                signup.email(),
                signup.locale(),
                Map.of("name", signup.name(), "link", site + ConfirmationResource.PATH + "?token=" + token),
                "newsletter-confirm:" + tokens.hash(token),
                clock.instant().plus(LIFE));
    }
}
