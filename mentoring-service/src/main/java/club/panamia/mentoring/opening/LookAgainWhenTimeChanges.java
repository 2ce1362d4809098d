package club.panamia.mentoring.opening;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** After each event that takes or frees somebody's time, or lets them be found, it is reckoned again when they are free. */
@Singleton
class LookAgainWhenTimeChanges {

    /** Whoever of them an event is about. */
    record About(
            @Nullable String mentorId,
            @Nullable String menteeId,
            @Nullable String userId) {

        Stream<String> people() {
            return Stream.of(mentorId, menteeId, userId).filter(Objects::nonNull);
        }
    }

    private final Openings openings;
    private final Clock clock;

    LookAgainWhenTimeChanges(Openings openings, Clock clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @Produces
    @Singleton
    EventHandler whenRequested() {
        return new LookAgain("mentoring.session.requested", openings, clock);
    }

    @Produces
    @Singleton
    EventHandler whenDeclined() {
        return new LookAgain("mentoring.session.declined", openings, clock);
    }

    @Produces
    @Singleton
    EventHandler whenCancelled() {
        return new LookAgain("mentoring.session.cancelled", openings, clock);
    }

    @Produces
    @Singleton
    EventHandler whenExpired() {
        return new LookAgain("mentoring.session.expired", openings, clock);
    }

    @Produces
    @Singleton
    EventHandler whenMoved() {
        return new LookAgain("mentoring.session.rescheduled", openings, clock);
    }

    @Produces
    @Singleton
    EventHandler whenOffered() {
        return new LookAgain("mentoring.waiting.offered", openings, clock);
    }

    @Produces
    @Singleton
    EventHandler whenTheProfileIsShown() {
        return new LookAgain("profile.profile.approved", openings, clock);
    }

    private record LookAgain(String type, Openings openings, Clock clock) implements EventHandler {

        @Override
        public Uni<Void> on(RecordedEvent event) {
            return Multi.createFrom()
                    .items(event.as(About.class).people())
                    .call(person -> openings.lookAgainIfKnown(person, clock.instant()))
                    .onItem()
                    .ignoreAsUni();
        }
    }
}
