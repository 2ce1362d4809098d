package club.panamia.social.proof;

import club.panamia.social.round.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks for pages that may link back, of many servers at once and of each one at a time, in any number of processes; a slow server holds
 * up itself alone.
 */
@ApplicationScoped
class ProveLinks {

    private static final Logger LOG = Logger.getLogger(ProveLinks.class);
    private static final int MOST = 16;

    private final ProvenLinks links;
    private final AskPage page;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    ProveLinks(ProvenLinks links, AskPage page) {
        this.links = links;
        this.page = page;
    }

    /** All there is to do now; a round goes on beside one that still waits for slow servers. */
    @Scheduled(
            every = "${pana.federation.prove-every:5s}",
            identity = "prove-links",
            concurrentExecution = ConcurrentExecution.PROCEED)
    Uni<Void> run() {
        return Rounds.of(MOST, this::take, this::prove);
    }

    private Uni<List<LinkToProve>> take() {
        var room = MOST - busy.size();
        return room <= 0
                ? Uni.createFrom().item(List.of())
                : links.next(room, busy).invoke(this::begin);
    }

    private void begin(List<LinkToProve> taken) {
        taken.forEach(link -> busy.add(link.host()));
    }

    private Uni<LinkToProve> prove(LinkToProve link) {
        return look(link)
                .onFailure()
                .invoke(failure -> LOG.warnf("%s is looked at again later: %s", link.url(), failure))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> busy.remove(link.host()))
                .replaceWith(link);
    }

    private Uni<Void> look(LinkToProve link) {
        return link.wanted() ? page.behind(link).chain(finding -> links.settle(link, finding)) : links.forget(link);
    }
}
