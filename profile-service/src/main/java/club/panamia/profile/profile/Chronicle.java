package club.panamia.profile.profile;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes down what was done about a profile: for others as an event, for staff in its history; in the caller's transaction. */
@ApplicationScoped
public class Chronicle {

    private static final String REMEMBER = """
            INSERT INTO internal.profile_history (profile_id, actor_id, step, subject, reason)
            VALUES (:profile, :actor, :step, :subject, :reason)
            """;

    private final EventLog events;

    Chronicle(EventLog events) {
        this.events = events;
    }

    public Uni<Void> record(Actor actor, ProfileStep event) {
        return events.record(actor.userId(), event).chain(() -> remember(actor, event));
    }

    /** Nothing where nothing was done. */
    public Uni<Void> record(Actor actor, Optional<? extends ProfileStep> event) {
        return event.map(step -> record(actor, step))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> remember(Actor actor, ProfileStep event) {
        var step = event.step();
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(REMEMBER)
                        .setParameter("profile", event.profileId())
                        .setParameter("actor", actor.userId())
                        .setParameter("step", step.kind().label)
                        .setParameter("subject", step.subject())
                        .setParameter("reason", step.reason())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
