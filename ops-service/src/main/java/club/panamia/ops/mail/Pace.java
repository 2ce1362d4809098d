package club.panamia.ops.mail;

import club.panamia.kernel.limit.RateLimits;
import club.panamia.ops.provider.Letter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many letters a minute go to one domain, from all processes together: mail hosts turn away senders who are in a hurry.
 * Letters of lists are counted apart, so that a newsletter holds up no sign-in.
 */
@Singleton
class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final int perDomain;

    Pace(RateLimits limits, @ConfigProperty(name = "pana.ops.mail-per-domain") int perDomain) {
        this.limits = limits;
        this.perDomain = perDomain;
    }

    /** Fails with a problem that says how long to wait. */
    Uni<Void> keep(Letter letter) {
        var bucket = letter.isOfAList() ? "mail-list" : "mail";
        return limits.take(bucket, letter.domain().toLowerCase(Locale.ROOT), perDomain, MINUTE);
    }
}
