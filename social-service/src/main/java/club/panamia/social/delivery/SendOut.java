package club.panamia.social.delivery;

import club.panamia.social.round.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends whatever is due, many at once and in any number of processes; a slow server keeps only its own share of them busy. */
@ApplicationScoped
class SendOut {

    private static final Logger LOG = Logger.getLogger(SendOut.class);
    private static final int MOST_AT_ONCE = 32;
    private static final int PORTION = 16;

    private final Deliveries deliveries;
    private final Deliver deliver;
    private final Underway underway = new Underway();

    SendOut(Deliveries deliveries, Deliver deliver) {
        this.deliveries = deliveries;
        this.deliver = deliver;
    }

    /** A round goes on beside one that still waits for slow servers. */
    @Scheduled(
            every = "${pana.federation.look-every:1s}",
            identity = "send-out",
            concurrentExecution = ConcurrentExecution.PROCEED)
    Uni<Void> run() {
        return Rounds.of(MOST_AT_ONCE, this::take, this::send);
    }

    private Uni<List<Delivery>> take() {
        var room = Math.min(PORTION, underway.room());
        return room <= 0
                ? Uni.createFrom().item(List.of())
                : deliveries.take(room, underway.byHost()).invoke(underway::begin);
    }

    private Uni<Delivery> send(Delivery delivery) {
        return deliver.one(delivery)
                .chain(outcome -> deliveries.settle(delivery, outcome))
                .onFailure()
                .recoverWithUni(failure -> broken(delivery, failure))
                .onTermination()
                .invoke(() -> underway.end(delivery))
                .replaceWith(delivery);
    }

    /** It is due again in a minute, as if this process had ended. */
    private static Uni<Void> broken(Delivery delivery, Throwable failure) {
        LOG.warnf("The delivery %s to %s broke: %s", delivery.id(), delivery.inboxUrl(), failure);
        return Uni.createFrom().voidItem();
    }
}
