package club.panamia.social.upkeep;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets tests of other features purge what is over. */
@Singleton
public class Overdue {

    private final PurgeExpired purgeExpired;

    Overdue(PurgeExpired purgeExpired) {
        this.purgeExpired = purgeExpired;
    }

    public void purge() {
        purgeExpired.run().await().atMost(Duration.ofSeconds(30));
    }
}
