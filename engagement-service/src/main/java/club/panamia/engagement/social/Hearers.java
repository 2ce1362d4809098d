package club.panamia.engagement.social;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** For whom of us a post is meant, that is still there; in the caller's transaction. Whoever blocks or mutes its author hears nothing of it. */
@Singleton
class Hearers {

    private static final String HEARERS = """
            SELECT p.user_id,
                   CASE WHEN s.visibility = 'direct' THEN 'SENT' WHEN a.id = parent.actor_id THEN 'ANSWERED' ELSE 'NAMED' END
              FROM social_statuses s
              JOIN social_actors speaker ON speaker.id = s.actor_id AND speaker.standing <> 'suspended'
              LEFT JOIN social_statuses parent ON parent.id = s.in_reply_to_id
              JOIN social_actors a
                ON a.id = ANY (string_to_array(CAST(:heardBy AS text), ','))
                OR (a.id = parent.actor_id AND s.visibility IN ('public', 'quiet', 'local'))
              JOIN profiles p ON p.id = a.profile_id AND p.user_id IS NOT NULL
             WHERE s.id = :status AND a.id <> s.actor_id AND NOT s.is_draft
               AND NOT EXISTS (SELECT FROM internal.actor_block b
                                WHERE (b.actor_id, b.target_actor_id) IN ((a.id, s.actor_id), (s.actor_id, a.id)))
               AND NOT EXISTS (SELECT FROM internal.actor_mute m WHERE m.actor_id = a.id AND m.target_actor_id = s.actor_id)
            """;

    private static final String AUTHOR = """
            SELECT p.user_id FROM social_statuses s
              JOIN social_actors a ON a.id = s.actor_id
              JOIN profiles p ON p.id = a.profile_id AND p.user_id IS NOT NULL
             WHERE s.id = :status
               AND NOT EXISTS (SELECT FROM internal.actor_mute m
                                 JOIN social_actors w ON w.id = m.target_actor_id
                                 JOIN profiles o ON o.id = w.profile_id
                                WHERE m.actor_id = a.id AND o.user_id = :person)
            """;

    /** The members among those whom a post names or is sent to, and whoever is answered. */
    Uni<Map<Heard, List<String>>> of(String statusId, List<String> heardBy) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HEARERS, Object[].class)
                        .setParameter("status", statusId)
                        .setParameter("heardBy", String.join(",", heardBy))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> Heard.valueOf((String) row[1]),
                                () -> new EnumMap<>(Heard.class),
                                mapping(row -> (String) row[0], toList()))));
    }

    /** Whose post it is; nobody where they mute the person who did something with it. */
    Uni<List<String>> authorOf(String statusId, String person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(AUTHOR, String.class)
                        .setParameter("status", statusId)
                        .setParameter("person", person)
                        .getResultList());
    }
}
