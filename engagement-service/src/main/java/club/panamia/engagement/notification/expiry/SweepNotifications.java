package club.panamia.engagement.notification.expiry;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Notifications that are over leave the database, in small portions; two may do so at once. */
@ApplicationScoped
class SweepNotifications {

    private static final int BATCH = 1000;

    private final Expiry expiry;

    SweepNotifications(Expiry expiry) {
        this.expiry = expiry;
    }

    @Scheduled(every = "10m", delayed = "3m", identity = "sweep-notifications")
    Uni<Void> run() {
        return untilNothing(() -> expiry.extend(BATCH))
                .chain(() -> untilNothing(() -> expiry.purge(BATCH)))
                .chain(() -> untilNothing(() -> expiry.forgetDeliveries(BATCH)));
    }

    private static Uni<Void> untilNothing(Supplier<Uni<Integer>> portion) {
        return Uni.createFrom()
                .deferred(portion::get)
                .repeat()
                .whilst(done -> done == BATCH)
                .onItem()
                .ignoreAsUni();
    }
}
