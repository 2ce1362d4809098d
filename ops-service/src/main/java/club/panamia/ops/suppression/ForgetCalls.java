package club.panamia.ops.suppression;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** That a provider has told us something is known as long as it may tell it again. */
@Dependent
class ForgetCalls {

    @Produces
    @Singleton
    Job forget(Suppressions suppressions, @ConfigProperty(name = "pana.ops.webhook-retention") Duration age) {
        return new Job("forget-webhook-calls", () -> suppressions.forgetCalls(age));
    }
}
