package club.panamia.social.post;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participants;
import club.panamia.social.outgoing.TellOfPosts;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Somebody says better what their picture shows: that is another version of the post. */
@ApplicationScoped
class DescribeAttachment {

    /** Only pictures have something that matters more than the rest. */
    private static final String DESCRIBE = """
            UPDATE social_attachments
               SET description = :description,
                   focal_x = CASE WHEN type = 'image' THEN CAST(CAST(:x AS text) AS numeric) END,
                   focal_y = CASE WHEN type = 'image' THEN CAST(CAST(:y AS text) AS numeric) END
             WHERE id = :id AND status_id = :status
            """;

    private final Participants participants;
    private final Statuses statuses;
    private final TellOfPosts tellOfPosts;
    private final EventLog events;
    private final Clock clock;

    DescribeAttachment(
            Participants participants, Statuses statuses, TellOfPosts tellOfPosts, EventLog events, Clock clock) {
        this.participants = participants;
        this.statuses = statuses;
        this.tellOfPosts = tellOfPosts;
        this.events = events;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> describe(Actor person, String statusId, String id, AttachmentChange change) {
        return participants
                .of(person)
                .chain(author -> statuses.writtenBy(person, statusId))
                .call(status -> describe(status.id, id, change))
                .invoke(status -> status.editedAt = clock.instant())
                .call(statuses::flush)
                .call(status -> tellOfPosts.edited(status.id))
                .chain(status -> events.record(person.userId(), status.edited(person)));
    }

    private static Uni<Void> describe(String statusId, String id, AttachmentChange change) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(DESCRIBE)
                        .setParameter("description", change.description())
                        .setParameter("x", text(change.x()))
                        .setParameter("y", text(change.y()))
                        .setParameter("id", id)
                        .setParameter("status", statusId)
                        .executeUpdate())
                .invoke(described -> {
                    if (described == 0) {
                        throw NOT_FOUND.because("The post shows nothing like this.");
                    }
                })
                .replaceWithVoid();
    }

    private static @Nullable String text(@Nullable Double number) {
        return number == null ? null : number.toString();
    }
}
