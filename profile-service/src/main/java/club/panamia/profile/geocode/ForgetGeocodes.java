package club.panamia.profile.geocode;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers that are over leave the database, and the oldest beyond a hundred thousand. */
@ApplicationScoped
class ForgetGeocodes {

    private static final long MOST = 100_000;

    private final Geocodes geocodes;

    ForgetGeocodes(Geocodes geocodes) {
        this.geocodes = geocodes;
    }

    @Scheduled(every = "1h", delayed = "7m", identity = "forget-geocodes")
    Uni<Void> run() {
        return geocodes.forget(MOST).replaceWithVoid();
    }
}
