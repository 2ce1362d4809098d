package club.panamia.social.upkeep;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Once a night every count is held against its rows; one that is wrong is put right, and said to have been. */
@ApplicationScoped
class ProveCounts {

    private static final Logger LOG = Logger.getLogger(ProveCounts.class);
    private static final int PORTION = 1000;

    private final Counts counts;

    ProveCounts(Counts counts) {
        this.counts = counts;
    }

    @Scheduled(cron = "0 40 8 * * ?", identity = "prove-social-counts")
    Uni<Void> run() {
        return all(after -> counts.ofPosts(after, PORTION)).chain(() -> all(after -> counts.ofActors(after, PORTION)));
    }

    private static Uni<Void> all(Function<String, Uni<Counts.Proof>> portion) {
        var after = new AtomicReference<>("");
        Multi<Counts.Proof> portions = Uni.createFrom()
                .deferred(() -> portion.apply(after.get()))
                .repeat()
                .whilst(proof -> proof.last() != null);
        return portions.invoke(proof -> goOn(after, proof)).onItem().ignoreAsUni();
    }

    private static void goOn(AtomicReference<String> after, Counts.Proof proof) {
        if (proof.last() != null) {
            after.set(proof.last());
        }
        if (proof.mended() > 0) {
            LOG.warnf("Counts that were not those of their rows, and are now: %d", proof.mended());
        }
    }
}
