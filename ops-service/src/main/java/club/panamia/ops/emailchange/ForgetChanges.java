package club.panamia.ops.emailchange;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Changes of address that waited too long, and those that cannot be undone since a month, are forgotten. */
@Dependent
class ForgetChanges {

    @Produces
    @Singleton
    Job forget(Migrations migrations) {
        return new Job("forget-email-changes", migrations::forgetExpired);
    }
}
