package club.panamia.engagement.points.deed;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Somebody did something that gives points the first time. */
class CreditDeed implements EventHandler {

    record Done(@Nullable String userId) {}

    private final String type;
    private final Deed deed;
    private final Credits credits;

    CreditDeed(String type, Deed deed, Credits credits) {
        this.type = type;
        this.deed = deed;
        this.credits = credits;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var person = event.as(Done.class).userId();
        return person == null
                ? Uni.createFrom().voidItem()
                : credits.credit(person, deed, new Credits.Source("user", person), event.recordedAt());
    }
}
