package club.panamia.ops.contact;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.ops.captcha.Captcha;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Tells messages that want a second look from those that staff reads at once. */
@Singleton
class Screening {

    private static final String ACTION = "contact";
    private static final int PER_ADDRESS = 5;
    private static final Duration DAY = Duration.ofDays(1);

    private final Captcha captcha;
    private final RateLimits limits;

    Screening(Captcha captcha, RateLimits limits) {
        this.captcha = captcha;
        this.limits = limits;
    }

    /** What is doubtful about it, if anything is; fails for a stranger who did not solve the CAPTCHA. */
    Uni<Optional<Doubt>> of(ContactMessage message, Optional<Actor> writer, String client) {
        return person(message, writer, client)
                .chain(certain -> certain ? tooMany(message) : Uni.createFrom().item(Optional.of(Doubt.NO_CAPTCHA)))
                .map(doubt -> message.fillsTheHiddenField() ? Optional.of(Doubt.HONEYPOT) : doubt)
                .map(doubt -> doubt.or(() -> message.isMostlyLinks() ? Optional.of(Doubt.LINKS) : Optional.empty()));
    }

    private Uni<Boolean> person(ContactMessage message, Optional<Actor> writer, String client) {
        return writer.isPresent()
                ? Uni.createFrom().item(true)
                : captcha.isPassed(message.captchaToken(), ACTION, client);
    }

    private Uni<Optional<Doubt>> tooMany(ContactMessage message) {
        return limits.take("contact-address", message.email(), PER_ADDRESS, DAY)
                .replaceWith(Optional.<Doubt>empty())
                .onFailure(Problem.class)
                .recoverWithItem(Optional.of(Doubt.TOO_MANY));
    }
}
