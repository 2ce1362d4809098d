package club.panamia.ops.oauthverification;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sign-ins that waited too long leave the database. */
@Dependent
class ForgetVerifications {

    @Produces
    @Singleton
    Job forget(PendingVerifications pending) {
        return new Job("forget-oauth-verifications", pending::forgetExpired);
    }
}
