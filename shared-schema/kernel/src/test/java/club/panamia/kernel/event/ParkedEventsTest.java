package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.house.Calls;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ParkedEventsTest extends EventTestCase {

    @Inject
    ParkedEvents parkedEvents;

    @Test
    void areTriedAgainWhenTheirTimeHasCome() {
        park("one", "two");
        handler.meetNoTrouble();
        assertThat(parcels()).isEmpty();

        timePasses();
        pump();

        assertThat(parcels()).containsExactlyInAnyOrder("one", "two");
        assertThat(parked()).isEmpty();
    }

    @Test
    void waitTwiceAsLongAfterEachFailure() {
        park("one");
        assertThat(attempts()).isEqualTo(1);
        assertThat(secondsToWait()).isBetween(1.8, 2.2);

        timePasses();
        pump();
        assertThat(attempts()).isEqualTo(2);
        assertThat(secondsToWait()).isBetween(3.5, 4.4);

        timePasses();
        pump();
        assertThat(attempts()).isEqualTo(3);
        assertThat(secondsToWait()).isBetween(7.1, 8.8);
    }

    @Test
    void neverWaitMuchLongerThanAnHour() {
        park("one");
        sql.run("UPDATE internal.parked_event SET attempts = 5000");

        timePasses();
        pump();

        assertThat(secondsToWait()).isBetween(3200.0, 3960.0);
    }

    @Test
    void doNotKeepOthersBack() {
        park("one");
        timePasses();
        handler.meet(name -> name.equals("one") ? failure() : Uni.createFrom().voidItem());

        send("two");
        pump();

        assertThat(parcels()).containsExactly("two");
        assertThat(parked()).containsExactly("one");
    }

    @Test
    void areReplayedAtOnceOnDemand() {
        park("one");
        sql.run("UPDATE internal.parked_event SET next_attempt_at = now() + interval '1 hour'");
        handler.meetNoTrouble();
        pump();
        assertThat(parcels()).isEmpty();

        Calls.await(() -> parkedEvents.replay("kernel", idOf("one")));
        pump();

        assertThat(parcels()).containsExactly("one");
        assertThat(parked()).isEmpty();
    }

    @Test
    void areTriedAtOnceByTheirOwnId() {
        park("one");
        sql.run("UPDATE internal.parked_event SET next_attempt_at = now() + interval '1 hour'");
        handler.meetNoTrouble();

        Calls.await(() -> parkedEvents.retry(sql.one(String.class, "SELECT id FROM internal.parked_event")));
        pump();

        assertThat(parcels()).containsExactly("one");
        var gone = catchThrowableOfType(Problem.class, () -> Calls.await(() -> parkedEvents.retry("nothing")));
        assertThat(gone.type()).isEqualTo(CommonProblem.NOT_FOUND);
    }

    @Test
    void canBeEventsThatWereHandledBefore() {
        send("one");
        pump();

        Calls.await(() -> parkedEvents.replay("kernel", idOf("one")));
        pump();

        assertThat(parcels()).containsExactly("one", "one");
        assertThat(parked()).isEmpty();
    }

    @Test
    void cannotBeEventsThatTheConsumerHasNotComeTo() {
        send("one");
        pump();
        send("two");

        var refusal = catchThrowableOfType(
                Problem.class, () -> Calls.await(() -> parkedEvents.replay("kernel", idOf("two"))));
        var stranger = catchThrowableOfType(
                Problem.class, () -> Calls.await(() -> parkedEvents.replay("nobody", idOf("one"))));

        assertThat(refusal.type()).isEqualTo(CommonProblem.NOT_FOUND);
        assertThat(stranger.type()).isEqualTo(CommonProblem.NOT_FOUND);
        pump();
        assertThat(parcels()).containsExactly("one", "two");
    }

    @Test
    void canBeTriedAtOnce() {
        park("one");
        handler.meetNoTrouble();
        var id = Calls.await(() -> parkedEvents.list("", "", 1)).getFirst().id();

        Calls.await(() -> parkedEvents.retry(id));

        pump();
        assertThat(Calls.await(() -> parkedEvents.list("", "", 1))).isEmpty();
        var refusal = catchThrowableOfType(Problem.class, () -> Calls.await(() -> parkedEvents.retry(id)));
        assertThat(refusal.type()).isEqualTo(CommonProblem.NOT_FOUND);
    }

    @Test
    void areListedInPages() {
        park("one", "two", "three");

        var first = Calls.await(() -> parkedEvents.list("kernel", "", 2));
        var second = Calls.await(() -> parkedEvents.list("", first.getLast().id(), 2));

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(Calls.await(() -> parkedEvents.list("nobody", "", 2))).isEmpty();
        assertThat(Calls.await(() -> parkedEvents.list("nobody", "", 2))).isEmpty();
        var one = first.getFirst();
        assertThat(one.eventId()).isEqualTo(idOf("one"));
        assertThat(one.consumer()).isEqualTo("kernel");
        assertThat(one.type()).isEqualTo(Sent.TYPE);
        assertThat(one.error()).contains("this one fails");
        assertThat(one.nextAttemptAt()).isAfter(one.parkedAt());
    }

    private void park(String... names) {
        handler.meet(name -> failure());
        send(names);
        pump();
    }

    private void timePasses() {
        sql.run("UPDATE internal.parked_event SET next_attempt_at = now()");
    }

    private int attempts() {
        return sql.one(Integer.class, "SELECT attempts FROM internal.parked_event");
    }

    /** From the failure on, however long ago that is by now. */
    private double secondsToWait() {
        return sql.one(
                Double.class,
                "SELECT extract(epoch FROM next_attempt_at - updated_at)::float8 FROM internal.parked_event");
    }

    private static Uni<Void> failure() {
        return Uni.createFrom().failure(new IllegalStateException("this one fails"));
    }
}
