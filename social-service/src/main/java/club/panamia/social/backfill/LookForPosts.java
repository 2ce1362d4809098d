package club.panamia.social.backfill;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.effect.post.FetchCounts;
import club.panamia.social.effect.post.FetchNote;
import club.panamia.social.home.Home;
import club.panamia.social.remote.OwnContext;
import club.panamia.social.remote.RemoteProblem;
import club.panamia.social.round.Rounds;
import club.panamia.social.wire.Host;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks other servers for what is wanted, many at once and in any number of processes; a slow server keeps only its own share of them
 * busy. Who does not answer is asked again later.
 */
@ApplicationScoped
class LookForPosts {

    private static final Logger LOG = Logger.getLogger(LookForPosts.class);
    private static final int MOST_ATTEMPTS = 4;

    private final WantedPosts wanted;
    private final FetchNote fetchNote;
    private final FetchCounts fetchCounts;
    private final Answers answers;
    private final OwnContext ownContext;
    private final String home;
    private final Underway underway = new Underway();

    LookForPosts(
            WantedPosts wanted,
            FetchNote fetchNote,
            FetchCounts fetchCounts,
            Answers answers,
            OwnContext ownContext,
            Home home) {
        this.wanted = wanted;
        this.fetchNote = fetchNote;
        this.fetchCounts = fetchCounts;
        this.answers = answers;
        this.ownContext = ownContext;
        this.home = home.host();
    }

    /** All there is to do now; a round goes on beside one that still waits for slow servers. */
    @Scheduled(
            every = "${pana.federation.look-every:1s}",
            identity = "look-for-posts",
            concurrentExecution = ConcurrentExecution.PROCEED)
    Uni<Void> run() {
        return Rounds.of(Underway.MOST, this::take, this::look);
    }

    private Uni<List<Wanted>> take() {
        var room = underway.room();
        return room <= 0
                ? Uni.createFrom().item(List.of())
                : wanted.next(room, underway.busy()).invoke(underway::begin);
    }

    private Uni<Wanted> look(Wanted one) {
        return ownContext
                .of(() -> ask(one))
                .chain(() -> wanted.done(one))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> giveUp(one, problem))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s is looked for again later: %s", one.uri(), failure))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> underway.end(one))
                .replaceWith(one);
    }

    /** What is of this server is here, or not any more. */
    private Uni<Void> ask(Wanted one) {
        if (Host.of(one.uri()).filter(host -> !host.equals(home)).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return switch (one.kind()) {
            case "answers" -> answers.to(one.uri()).chain(wanted::posts);
            case "poll" -> fetchCounts.at(one.uri());
            default -> fetchNote.at(one.uri(), one.depth()).replaceWithVoid();
        };
    }

    private Uni<Void> giveUp(Wanted one, Throwable problem) {
        return RemoteProblem.isForGood(problem) || one.attempts() >= MOST_ATTEMPTS
                ? wanted.done(one)
                : Uni.createFrom().voidItem();
    }
}
