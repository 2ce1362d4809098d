package club.panamia.ops.contactbook;

import club.panamia.ops.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The contact book is looked after like everything else that recurs. */
@Dependent
class KeepBook {

    @Produces
    @Singleton
    Job keep(KeepContactBook keeper) {
        return new Job("keep-contact-book", keeper::step);
    }
}
