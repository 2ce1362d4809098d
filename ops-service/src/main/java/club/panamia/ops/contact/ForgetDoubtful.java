package club.panamia.ops.contact;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Messages that were set apart and that nobody released are forgotten. */
@Dependent
class ForgetDoubtful {

    @Produces
    @Singleton
    Job forget(ContactSubmissions submissions, @ConfigProperty(name = "pana.ops.quarantine-retention") Duration age) {
        return new Job("forget-quarantined-messages", () -> submissions.forgetDoubtful(age));
    }
}
