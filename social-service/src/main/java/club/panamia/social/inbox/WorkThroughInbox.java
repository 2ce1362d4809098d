package club.panamia.social.inbox;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.inbox.Inbox.Waiting;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Gives what has come in its effect; any number of processes at once. One that fails is tried again and holds up no other. */
@ApplicationScoped
class WorkThroughInbox {

    private static final Logger LOG = Logger.getLogger(WorkThroughInbox.class);

    private final Inbox inbox;
    private final InboxHandlers handlers;
    private final TakeEffect takeEffect;

    WorkThroughInbox(Inbox inbox, InboxHandlers handlers, TakeEffect takeEffect) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.takeEffect = takeEffect;
    }

    /** All there is to do now. */
    @Scheduled(
            every = "${pana.federation.look-every:1s}",
            identity = "work-through-inbox",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::one)
                .repeat()
                .whilst(worked -> worked)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> one() {
        return inbox.next().chain(next -> next.isEmpty() ? Uni.createFrom().item(false) : work(next.get()));
    }

    private Uni<Boolean> work(Waiting waiting) {
        var activity = Activity.of(new JsonObject(waiting.body()));
        return Uni.createFrom()
                .deferred(() -> effect(waiting, activity))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> inbox.drop(waiting.id(), problem).replaceWith(true))
                .onFailure()
                .recoverWithUni(failure -> postpone(waiting, activity, failure));
    }

    private Uni<Boolean> effect(Waiting waiting, Activity activity) {
        var handler = handlers.of(activity).orElseThrow();
        return handler.prepare(activity).chain(() -> takeEffect.of(waiting.id(), handler, activity));
    }

    private Uni<Boolean> postpone(Waiting waiting, Activity activity, Throwable failure) {
        LOG.warnf("%s has no effect yet: %s", activity.id(), failure);
        return inbox.postpone(waiting.id(), failure).replaceWith(true);
    }
}
