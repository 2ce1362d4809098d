package club.panamia.social.upkeep;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What was said to a few leaves the database when its time is over, in small portions; two may do so at once. */
@ApplicationScoped
class PurgeExpired {

    private static final int BATCH = 500;

    private final Expired expired;

    PurgeExpired(Expired expired) {
        this.expired = expired;
    }

    @Scheduled(every = "10m", delayed = "3m", identity = "purge-expired-posts")
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(() -> expired.purge(BATCH))
                .repeat()
                .whilst(gone -> gone == BATCH)
                .onItem()
                .ignoreAsUni();
    }
}
