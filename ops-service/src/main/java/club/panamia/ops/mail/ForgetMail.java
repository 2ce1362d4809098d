package club.panamia.ops.mail;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mails that are settled leave the outbox; what came too late is wiped at once. */
@Dependent
class ForgetMail {

    @Produces
    @Singleton
    Job wipeExpired(Outbox outbox) {
        return new Job("wipe-expired-mail", outbox::wipeExpired);
    }

    @Produces
    @Singleton
    Job forgetOld(Outbox outbox, @ConfigProperty(name = "pana.ops.mail-retention") Duration age) {
        return new Job("forget-old-mail", () -> outbox.forget(age));
    }
}
