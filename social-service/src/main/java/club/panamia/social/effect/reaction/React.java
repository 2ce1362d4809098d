package club.panamia.social.effect.reaction;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.social.audience.Audience;
import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** Somebody elsewhere likes or boosts a post that they may see, once. */
abstract class React implements InboxHandler {

    private static final String BEGIN = """
            INSERT INTO %1$s (id, actor_id, status_id, uri)
            SELECT :id, them.id, s.id, CAST(:uri AS text) FROM social_statuses s, social_actors them
             WHERE s.uri = :object AND them.uri = :actor AND them.fetched_at IS NOT NULL AND %2$s AND %3$s
            ON CONFLICT (actor_id, status_id) DO NOTHING
            RETURNING status_id, actor_id,
                      (SELECT p.user_id FROM social_statuses t JOIN social_actors a ON a.id = t.actor_id
                         JOIN profiles p ON p.id = a.profile_id WHERE t.id = status_id)
            """;

    private final Set<String> types;
    private final String verb;
    private final String statement;
    private final EventLog events;

    /** @param condition what else a post {@code s} must be */
    React(Set<String> types, String verb, String table, String condition, EventLog events) {
        this.types = types;
        this.verb = verb;
        this.statement = BEGIN.formatted(table, condition, Audience.THEY_MAY_SEE);
        this.events = events;
    }

    @Override
    public boolean takes(Activity activity) {
        return types.contains(activity.type()) && activity.objectId().isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.first(
                        statement,
                        Map.of(
                                "id", Ids.next(),
                                "uri", activity.id(),
                                "object", activity.objectId().orElseThrow(),
                                "actor", activity.actor()))
                .chain(made -> made.isEmpty() ? Uni.createFrom().voidItem() : tell(made.get()));
    }

    private Uni<Void> tell(Object[] row) {
        return events.record(null, new Reacted(verb, (String) row[0], (String) row[1], (String) row[2]));
    }
}
