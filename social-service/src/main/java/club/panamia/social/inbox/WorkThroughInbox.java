package club.panamia.social.inbox;

import club.panamia.social.inbox.Inbox.Waiting;
import club.panamia.social.remote.OwnContext;
import club.panamia.social.remote.RemoteProblem;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives what has come in its effect; any number of processes at once. One that fails is tried again and holds up no other, and one
 * that another server must be asked for holds up its own actor alone.
 */
@ApplicationScoped
class WorkThroughInbox {

    private static final Logger LOG = Logger.getLogger(WorkThroughInbox.class);
    private static final int PORTION = 32;
    private static final int MOST_ASIDE = 64;

    /** An activity with what is to be done about it. */
    private record Work(String id, Activity activity, InboxHandler handler, Set<String> asked) {

        String actor() {
            return activity.actor();
        }
    }

    private final Inbox inbox;
    private final InboxHandlers handlers;
    private final TakeEffect takeEffect;
    private final OwnContext ownContext;
    private final Asking asking = new Asking();
    private final AtomicBoolean taking = new AtomicBoolean();

    WorkThroughInbox(Inbox inbox, InboxHandlers handlers, TakeEffect takeEffect, OwnContext ownContext) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.takeEffect = takeEffect;
        this.ownContext = ownContext;
    }

    /** All there is to do now, one after the other; a round goes on beside one that only waits for other servers any more. */
    @Scheduled(
            every = "${pana.federation.look-every:1s}",
            identity = "work-through-inbox",
            concurrentExecution = ConcurrentExecution.PROCEED)
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(() -> taking.compareAndSet(false, true)
                        ? round()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> round() {
        return Uni.createFrom()
                .deferred(() -> inbox.take(PORTION))
                .repeat()
                .until(List::isEmpty)
                .onItem()
                .transformToUniAndConcatenate(this::portion)
                .onTermination()
                .invoke(() -> taking.set(false))
                .onItem()
                .<Work>disjoint()
                .onItem()
                .transformToUni(this::ask)
                .merge(MOST_ASIDE)
                .onItem()
                .ignoreAsUni();
    }

    /** Does what can be done at once, one after the other; what others must be asked for is left, of each actor the first. */
    private Uni<List<Work>> portion(List<Waiting> taken) {
        var works = taken.stream().flatMap(this::work).toList();
        var asking = new LinkedHashMap<String, Work>();
        works.stream().filter(work -> !work.asked().isEmpty()).forEach(work -> asking.putIfAbsent(work.actor(), work));
        return Multi.createFrom()
                .iterable(works)
                .select()
                .where(work -> !asking.containsValue(work))
                .onItem()
                .transformToUniAndConcatenate(work -> atOnce(work, asking.get(work.actor())))
                .onItem()
                .ignoreAsUni()
                .replaceWith(() -> List.copyOf(asking.values()));
    }

    private Stream<Work> work(Waiting waiting) {
        if (waiting.body() == null) {
            return Stream.empty();
        }
        var activity = Activity.of(new JsonObject(waiting.body()));
        var handler = handlers.of(activity).orElseThrow();
        return Stream.of(new Work(waiting.id(), activity, handler, handler.asks(activity)));
    }

    /** @param asking what its actor did, too, and others must be asked for */
    private Uni<Void> atOnce(Work work, @Nullable Work asking) {
        return asking != null && asking.id().compareTo(work.id()) < 0 ? inbox.putAside(work.id()) : effect(work);
    }

    private Uni<Void> ask(Work work) {
        if (!asking.begin(work.asked())) {
            return inbox.putAside(work.id());
        }
        return ownContext.of(() -> effect(work)).onTermination().invoke(() -> asking.end(work.asked()));
    }

    private Uni<Void> effect(Work work) {
        return Uni.createFrom()
                .deferred(() -> work.handler().prepare(work.activity()))
                .chain(() -> takeEffect.of(work.id(), work.handler(), work.activity()))
                .replaceWithVoid()
                .onFailure(RemoteProblem::isForGood)
                .recoverWithUni(problem -> inbox.drop(work.id(), problem))
                .onFailure()
                .recoverWithUni(failure -> postpone(work, failure));
    }

    private Uni<Void> postpone(Work work, Throwable failure) {
        LOG.warnf("%s has no effect yet: %s", work.activity().id(), failure);
        return inbox.postpone(work.id(), failure);
    }
}
