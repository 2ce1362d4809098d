package club.panamia.ops.newsletter;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who asked and never confirmed is forgotten. */
@Dependent
class ForgetUnconfirmed {

    @Produces
    @Singleton
    Job forget(Readers readers, @ConfigProperty(name = "pana.ops.newsletter-unconfirmed") Duration age) {
        return new Job("forget-unconfirmed-signups", () -> readers.forgetUnconfirmed(age));
    }
}
