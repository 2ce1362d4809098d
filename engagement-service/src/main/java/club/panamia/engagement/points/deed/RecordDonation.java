package club.panamia.engagement.points.deed;

import static club.panamia.engagement.points.PointsProblem.NOBODY_TO_CREDIT;

import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Notes a donation in the ledger of whoever gave it. */
@ApplicationScoped
class RecordDonation {

    private static final String PERSON =
            "SELECT id FROM users WHERE lower(screenname) = lower(:screenname) AND scrubbed_at IS NULL";

    private final Credits credits;
    private final Clock clock;

    RecordDonation(Credits credits, Clock clock) {
        this.credits = credits;
        this.clock = clock;
    }

    /** Once for each key, whoever sends it and however often. */
    @WithTransaction
    Uni<Void> of(Donation donation, String key) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(PERSON, String.class)
                        .setParameter("screenname", donation.screenname())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOBODY_TO_CREDIT.because("Nobody has this screenname."))
                .chain(person ->
                        credits.credit(person, donation.deed(), new Credits.Source("donation", key), clock.instant()));
    }
}
