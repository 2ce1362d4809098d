package club.panamia.social.transfer;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.problem.ProblemType;
import club.panamia.social.effect.post.FetchNote;
import club.panamia.social.home.Home;
import club.panamia.social.remote.Handles;
import club.panamia.social.remote.OwnContext;
import club.panamia.social.remote.RemoteProblem;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Works through what people have brought, a few lines at a time; any number of processes at once. Whom or what we do not know yet is
 * asked for first; who does not answer is asked again later.
 */
@ApplicationScoped
class WorkThroughImports {

    private static final Logger LOG = Logger.getLogger(WorkThroughImports.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_ATTEMPTS = 4;
    private static final Set<ProblemType> AGAIN =
            Set.of(RemoteProblem.UNREACHABLE, CommonProblem.TOO_MANY, CommonProblem.OVERLOADED, CommonProblem.INTERNAL);

    private final WaitingRows rows;
    private final TakeOver takeOver;
    private final TakeOverAtOnce takeOverAtOnce;
    private final Handles handles;
    private final FetchNote fetchNote;
    private final OwnContext ownContext;
    private final Home home;

    WorkThroughImports(
            WaitingRows rows,
            TakeOver takeOver,
            TakeOverAtOnce takeOverAtOnce,
            Handles handles,
            FetchNote fetchNote,
            OwnContext ownContext,
            Home home) {
        this.rows = rows;
        this.takeOver = takeOver;
        this.takeOverAtOnce = takeOverAtOnce;
        this.handles = handles;
        this.fetchNote = fetchNote;
        this.ownContext = ownContext;
        this.home = home;
    }

    /** All there is to do now. */
    @Scheduled(
            every = "${pana.federation.look-every:1s}",
            identity = "work-through-social-imports",
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
        return rows.next(AT_ONCE).call(this::workAll).map(found -> !found.isEmpty());
    }

    private Uni<Void> workAll(List<WaitingRow> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndMerge(this::work)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> work(WaitingRow row) {
        return ownContext
                .of(() -> takeOver(row))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> refuse(row, problem.type()))
                .onFailure()
                .invoke(failure -> LOG.warnf("Line %s could not be worked through: %s", row.id(), failure))
                .onFailure()
                .recoverWithUni(failure -> refuse(row, CommonProblem.INTERNAL))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> takeOver(WaitingRow row) {
        row.requireAllowed(home);
        return meet(row)
                .chain(thing -> TakeOverAtOnce.does(row) ? takeOverAtOnce.of(row, thing) : takeOver.of(row, thing));
    }

    /** Outside any transaction: the thing, of which we know by then. */
    private Uni<String> meet(WaitingRow row) {
        return switch (row.kind()) {
            case FOLLOWS, BLOCKS, MUTES ->
                row.adds() && handles.isElsewhere(row.value())
                        ? meet(row.value())
                        : Uni.createFrom().item(row.value());
            case SERVERS -> Uni.createFrom().item(row.value());
            case BOOKMARKS -> fetchNote.at(row.value(), 0);
        };
    }

    private Uni<String> meet(String handle) {
        return handles.isKnown(handle)
                .chain(known -> known ? Uni.createFrom().item(handle) : handles.at(handle))
                .replaceWith(handle);
    }

    /** Also what is no refusal: it is tried again, but not without end. */
    private Uni<Void> refuse(WaitingRow row, ProblemType why) {
        return AGAIN.contains(why) && row.attempts() < MOST_ATTEMPTS
                ? Uni.createFrom().voidItem()
                : rows.refuse(row, why.slug());
    }
}
