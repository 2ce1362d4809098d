package club.panamia.ops.housekeeping;

import club.panamia.kernel.event.OldEvents;
import club.panamia.kernel.idempotency.IdempotencyKeys;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all services write and none of them owns is forgotten here. */
@Dependent
class ForgetShared {

    @Produces
    @Singleton
    Job events(OldEvents events, @ConfigProperty(name = "pana.ops.event-retention") Duration age) {
        return new Job("forget-old-events", () -> events.prune(age));
    }

    @Produces
    @Singleton
    Job idempotencyKeys(IdempotencyKeys keys) {
        return new Job("forget-idempotency-keys", keys::purge);
    }

    @Produces
    @Singleton
    Job rateLimits(RateLimits limits) {
        return new Job("forget-rate-limits", limits::purge);
    }
}
