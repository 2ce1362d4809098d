package club.panamia.mentoring.letter;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The two in a session hear by mail of each step of it; one handler for each occasion. */
@Singleton
class TellTheTwoByMail {

    private final SessionLetters letters;

    TellTheTwoByMail(SessionLetters letters) {
        this.letters = letters;
    }

    @Produces
    @Singleton
    EventHandler whenRequested() {
        return new Telling(Occasion.REQUESTED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenTheRequestIsAboutToEnd() {
        return new Telling(Occasion.UNANSWERED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenAccepted() {
        return new Telling(Occasion.ACCEPTED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenDeclined() {
        return new Telling(Occasion.DECLINED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenCancelled() {
        return new Telling(Occasion.CANCELLED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenExpired() {
        return new Telling(Occasion.EXPIRED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenAnotherTimeIsProposed() {
        return new Telling(Occasion.PROPOSED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenMoved() {
        return new Telling(Occasion.MOVED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenMissed() {
        return new Telling(Occasion.MISSED, letters);
    }

    @Produces
    @Singleton
    EventHandler whenItBeginsSoon() {
        return new Telling(Occasion.REMINDER, letters);
    }

    @Produces
    @Singleton
    EventHandler whenFeedbackIsWanted() {
        return new Telling(Occasion.FEEDBACK, letters);
    }

    private record Telling(Occasion occasion, SessionLetters letters) implements EventHandler {

        @Override
        public String type() {
            return occasion.event();
        }

        @Override
        public Uni<Void> on(RecordedEvent event) {
            return letters.write(occasion, event);
        }
    }
}
