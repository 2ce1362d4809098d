package club.panamia.social.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final Listeners listeners = new Listeners();

    @Test
    void goElsewhereWhenTheProcessEnds() {
        var ana = listen("ana");
        var ben = listen("ben");

        listeners.sendAway(new ShutdownDelayInitiatedEvent());

        assertThat(ana.assertCompleted().getItems()).hasSize(1);
        ben.assertCompleted();
        assertThat(listeners.people()).isEmpty();
    }

    @Test
    void areNoLongerThereOnceTheyHaveGone() {
        var first = listen("ana");
        var second = listen("ana");

        first.cancel();
        assertThat(listeners.people()).containsExactly("ana");
        second.cancel();
        assertThat(listeners.people()).isEmpty();
    }

    @Test
    void areFiveOfOnePersonAtMost() {
        for (var stream = 0; stream < 5; stream++) {
            listen("ana");
        }

        assertThatThrownBy(() -> listen("ana")).isInstanceOf(Problem.class);
        listen("ben").assertNotTerminated();
    }

    private AssertSubscriber<OutboundSseEvent> listen(String person) {
        return listeners
                .tell(person, () -> Multi.createFrom().nothing())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(10));
    }
}
