package club.panamia.kernel.personal;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody has left: this service lets go of what was theirs, and notes that it did. */
@ApplicationScoped
class ForgetPersonWhenDeleted implements EventHandler {

    record UserDeleted(String requestId) {}

    private final Farewell farewell;
    private final SubjectRequests requests;

    ForgetPersonWhenDeleted(Farewell farewell, SubjectRequests requests) {
        this.farewell = farewell;
        this.requests = requests;
    }

    @Override
    public String type() {
        return "auth.user.deleted";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var requestId = event.as(UserDeleted.class).requestId();
        return farewell.to(requestId).chain(() -> requests.addPart(requestId));
    }
}
