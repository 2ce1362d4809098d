package club.panamia.auth.magiclink.asking;

import club.panamia.auth.magiclink.SignInCodes;
import club.panamia.auth.magiclink.VerificationToken;
import club.panamia.auth.magiclink.VerificationTokens;
import club.panamia.auth.page.ReturnTarget;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Makes a token and its code, keeps their hashes, and leaves the mail with both in the outbox: all or nothing. */
@ApplicationScoped
class PostMagicLink {

    private final VerificationTokens verificationTokens;
    private final Tokens tokens;
    private final SignInCodes codes;
    private final MailOutbox outbox;
    private final Settings settings;
    private final Clock clock;

    PostMagicLink(
            VerificationTokens verificationTokens,
            Tokens tokens,
            SignInCodes codes,
            MailOutbox outbox,
            Settings settings,
            Clock clock) {
        this.verificationTokens = verificationTokens;
        this.tokens = tokens;
        this.codes = codes;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> to(Asker asker, ReturnTarget target, String pendingHash) {
        var token = Tokens.newToken();
        var hash = tokens.hash(token);
        var code = codes.ofToken(token);
        var begun = new VerificationToken(
                asker.email(), hash, codes.kept(code, hash), pendingHash, target, clock.instant());
        var mail = new Mail(
                "sign-in",
                asker.email().text(),
                asker.language().tag(),
                Map.of(
                        "link",
                        link(token),
                        "code",
                        code.digits(),
                        "host",
                        settings.publicUrl().getHost()),
                "sign-in:" + hash,
                begun.expires());
        return verificationTokens.persist(begun).chain(() -> outbox.post(mail));
    }

    /** From configuration alone, whatever the request's headers say; without the address, which a log would keep. */
    private String link(String token) {
        return settings.publicUrl() + "/login/confirm?token=" + token;
    }
}
