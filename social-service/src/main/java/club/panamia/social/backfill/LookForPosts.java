package club.panamia.social.backfill;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.effect.post.FetchNote;
import club.panamia.social.home.Home;
import club.panamia.social.remote.OwnContext;
import club.panamia.social.remote.RemoteProblem;
import club.panamia.social.wire.Host;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks other servers for what is wanted, a few at a time; any number of processes at once. Who does not answer is asked again later. */
@ApplicationScoped
class LookForPosts {

    private static final Logger LOG = Logger.getLogger(LookForPosts.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_ATTEMPTS = 4;

    private final WantedPosts wanted;
    private final FetchNote fetchNote;
    private final Answers answers;
    private final OwnContext ownContext;
    private final String home;

    LookForPosts(WantedPosts wanted, FetchNote fetchNote, Answers answers, OwnContext ownContext, Home home) {
        this.wanted = wanted;
        this.fetchNote = fetchNote;
        this.answers = answers;
        this.ownContext = ownContext;
        this.home = home.host();
    }

    /** All there is to do now. */
    @Scheduled(
            every = "${pana.federation.look-every:1s}",
            identity = "look-for-posts",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::some)
                .repeat()
                .whilst(worked -> worked)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> some() {
        return wanted.next(AT_ONCE).call(this::lookForAll).map(found -> !found.isEmpty());
    }

    private Uni<Void> lookForAll(List<Wanted> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndMerge(this::look)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> look(Wanted one) {
        return ownContext
                .of(() -> ask(one))
                .chain(() -> wanted.done(one))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> giveUp(one, problem))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s is looked for again later: %s", one.uri(), failure))
                .onFailure()
                .recoverWithNull();
    }

    /** What is of this server is here, or not any more. */
    private Uni<Void> ask(Wanted one) {
        if (Host.of(one.uri()).filter(host -> !host.equals(home)).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return one.answers()
                ? answers.to(one.uri()).chain(wanted::posts)
                : fetchNote.at(one.uri(), one.depth()).replaceWithVoid();
    }

    private Uni<Void> giveUp(Wanted one, Problem problem) {
        return problem.type() == RemoteProblem.UNREACHABLE && one.attempts() < MOST_ATTEMPTS
                ? Uni.createFrom().voidItem()
                : wanted.done(one);
    }
}
