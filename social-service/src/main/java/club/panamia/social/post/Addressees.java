package club.panamia.social.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.audience.Audience;
import club.panamia.social.text.Handle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the people are that a post names; an author of another server whom it answers is always one of them, for there nobody hears
 * of what does not name them. Who blocks its author, is hidden or suspended, or of a server that the
 * author keeps away, is nobody.
 */
@Singleton
class Addressees {

    private static final int MOST = 20;

    private static final String KNOWN = """
            SELECT a.id, a.uri, a.username, a.domain
              FROM (%s) AS named
              JOIN social_actors a ON a.id = named.id
              LEFT JOIN profiles p ON p.id = a.profile_id
              LEFT JOIN users u ON u.id = p.user_id
             WHERE a.standing <> 'suspended' AND ((p.active AND p.social_eligible AND u.id IS NOT NULL AND u.locked_at IS NULL)
                    OR a.fetched_at IS NOT NULL)
               AND NOT EXISTS (SELECT FROM internal.actor_block b WHERE b.actor_id = a.id AND b.target_actor_id = :speaker)
               AND NOT EXISTS (SELECT FROM internal.actor_block b WHERE b.actor_id = :speaker AND b.target_actor_id = a.id)
               AND NOT %s
             ORDER BY a.id
            """;

    private static final String KEPT_AWAY = Audience.keepsAway(":speaker", "a.domain");

    private static final String BY_ID = KNOWN.formatted("""
            SELECT jsonb_array_elements_text(CAST(CAST(:named AS text) AS jsonb)) AS id
            """, KEPT_AWAY);

    private static final String BY_HANDLE = KNOWN.formatted("""
            SELECT n.id FROM jsonb_to_recordset(CAST(CAST(:named AS text) AS jsonb)) AS h (name text, domain text)
              JOIN social_actors n ON lower(n.username) = h.name AND lower(n.domain) = h.domain
            UNION
            SELECT n.id FROM social_statuses w JOIN social_actors n ON n.id = w.actor_id
             WHERE w.id = :answered AND n.fetched_at IS NOT NULL AND n.id <> :speaker
            """, KEPT_AWAY);

    /** In the caller's transaction. */
    Uni<List<Addressee>> of(Composition composition) {
        return composition.recipients().isEmpty()
                ? named(
                        composition.speaker().id(),
                        composition.text().handles(),
                        composition.answered() == null
                                ? null
                                : composition.answered().id())
                : all(composition.speaker().id(), composition.recipients());
    }

    /** All of them, or none: a message that reaches some only is not what its author sent. */
    private Uni<List<Addressee>> all(String speaker, List<String> ids) {
        return ask(BY_ID, speaker, new JsonArray(ids), Map.of()).invoke(found -> {
            if (found.size() < ids.size()) {
                throw CommonProblem.INVALID
                        .because("Somebody of these cannot be written to.")
                        .at("/recipientActorIds", "must name people whom we know");
            }
        });
    }

    /** Those of them who are known; to name others is no fault. */
    Uni<List<Addressee>> named(String speaker, Collection<Handle> handles, @Nullable String answered) {
        if (handles.size() > MOST) {
            throw CommonProblem.INVALID
                    .because("So many people are not called at once.")
                    .at("/content", "must name at most %d people".formatted(MOST));
        }
        var json = new JsonArray();
        handles.forEach(
                handle -> json.add(new JsonObject().put("name", handle.name()).put("domain", handle.domain())));
        return handles.isEmpty() && answered == null
                ? Uni.createFrom().item(List.of())
                : ask(BY_HANDLE, speaker, json, Map.of("answered", answered == null ? "" : answered));
    }

    private static Uni<List<Addressee>> ask(
            String question, String speaker, JsonArray named, Map<String, String> further) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(question, Object[].class)
                        .setParameter("named", named.encode())
                        .setParameter("speaker", speaker))
                .invoke(query -> further.forEach(query::setParameter))
                .chain(query -> query.getResultList())
                .map(rows -> rows.stream().map(Addressee::of).toList());
    }
}
