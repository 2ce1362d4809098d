package club.panamia.social.rule;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** A rule with all that follows from it for what is here already, in one transaction; it stands in the trail. */
@ApplicationScoped
class DecideOnServer {

    private static final String KEEP = """
            INSERT INTO internal.server_rule AS r (domain, severity, reject_media, reason)
            VALUES (:domain, :severity, CAST(CAST(:media AS text) AS boolean), nullif(CAST(:reason AS text), ''))
            ON CONFLICT (domain) DO UPDATE
               SET severity = excluded.severity, reject_media = excluded.reject_media, reason = excluded.reason
             WHERE (r.severity, r.reject_media, r.reason) IS DISTINCT FROM (excluded.severity, excluded.reject_media, excluded.reason)
            """;

    private static final String END = "DELETE FROM internal.server_rule WHERE domain = :domain";

    private static final String NOTE = """
            INSERT INTO internal.security_event (actor_id, subject_id, action, reason)
            VALUES (:moderator, :domain, :action, nullif(CAST(:reason AS text), ''))
            """;

    /** A server that the rule is about, maybe among others. */
    private static final String CONCERNS =
            "(:domain = '*' OR lower(%1$s) = :domain OR right(lower(%1$s), length(:domain) + 1) = '.' || :domain)";

    private static final String THEIRS =
            "a.profile_id IS NULL AND a.fetched_at IS NOT NULL AND " + CONCERNS.formatted("a.domain");

    /** The harder of the two decisions: good, limited and suspended stand in this order in the alphabet, too. */
    private static final String STAND = """
            UPDATE social_actors a SET standing = greatest(a.decided_standing, coalesce(%1$s, 'good'))
             WHERE %2$s AND a.standing <> greatest(a.decided_standing, coalesce(%1$s, 'good'))
            """.formatted(ServerRules.STANDING.formatted("a.domain"), THEIRS);

    private static final String PART = """
            DELETE FROM social_follows f USING social_actors a
             WHERE a.id IN (f.actor_id, f.target_actor_id) AND a.standing = 'suspended' AND %s
            """.formatted(THEIRS);

    private static final String SAY_NOTHING =
            """
            DELETE FROM internal.delivery d
             WHERE %s AND %s = 'suspended'
            """.formatted(CONCERNS.formatted("d.host"), ServerRules.STANDING.formatted("d.host"));

    private static final String HEAR_NOTHING = """
            UPDATE internal.inbox_activity i SET state = 'dropped', body = NULL, error = 'the server is suspended'
             WHERE i.state IN ('waiting', 'parked') AND %s AND %s = 'suspended'
            """.formatted(
                    CONCERNS.formatted("split_part(i.actor_uri, '/', 3)"),
                    ServerRules.STANDING.formatted("split_part(i.actor_uri, '/', 3)"));

    private static final String SHOW_NO_FACE = """
            UPDATE social_actors a SET icon_url = NULL, header_url = NULL, emojis = '[]'
             WHERE %s AND (a.icon_url IS NOT NULL OR a.header_url IS NOT NULL OR a.emojis <> '[]')
            """.formatted(THEIRS);

    private static final String SHOW_NO_PICTURE = """
            DELETE FROM social_attachments m USING social_statuses s, social_actors a
             WHERE s.id = m.status_id AND a.id = s.actor_id AND %s
            """.formatted(THEIRS);

    private static final String SHOW_NO_EMOJI = """
            DELETE FROM social_tags m USING social_statuses s, social_actors a
             WHERE m.type = 'Emoji' AND s.id = m.status_id AND a.id = s.actor_id AND %s
            """.formatted(THEIRS);

    private final ServerRules known;

    DecideOnServer(ServerRules known) {
        this.known = known;
    }

    /** Whether that is something new. */
    @WithTransaction
    Uni<Boolean> on(Actor moderator, String domain, ServerRuleDraft rule) {
        var severity = rule.severity().label();
        var reason = Objects.requireNonNullElse(rule.reason(), "");
        var kept = Map.of(
                "domain", domain,
                "severity", severity,
                "media", String.valueOf(rule.rejectsMedia()),
                "reason", reason);
        return run(KEEP, kept)
                .chain(changed -> changed == 0
                        ? Uni.createFrom().item(false)
                        : enforce(moderator, domain, rule, reason).replaceWith(true));
    }

    private Uni<?> enforce(Actor moderator, String domain, ServerRuleDraft rule, String reason) {
        var followed = follow(moderator, domain, "server-" + rule.severity().label(), reason);
        return rule.rejectsMedia() ? followed.chain(() -> hide(domain)) : followed;
    }

    /** Whether there was a rule. What it has ended does not come back. */
    @WithTransaction
    Uni<Boolean> no(Actor moderator, String domain) {
        return run(END, Map.of("domain", domain))
                .chain(ended -> ended == 0
                        ? Uni.createFrom().item(false)
                        : follow(moderator, domain, "server-freed", "").replaceWith(true));
    }

    private Uni<Integer> follow(Actor moderator, String domain, String action, String reason) {
        var about = Map.of("domain", domain);
        var noted = Map.of("moderator", moderator.userId(), "domain", domain, "action", action, "reason", reason);
        return run(NOTE, noted)
                .chain(() -> run(STAND, about))
                .chain(() -> run(PART, about))
                .chain(() -> run(SAY_NOTHING, about))
                .chain(() -> run(HEAR_NOTHING, about));
    }

    private static Uni<Integer> hide(String domain) {
        var about = Map.of("domain", domain);
        return run(SHOW_NO_FACE, about).chain(() -> run(SHOW_NO_PICTURE, about)).chain(() -> run(SHOW_NO_EMOJI, about));
    }

    /** After the transaction: processes read the rules anew. */
    void heard() {
        known.forget();
    }

    private static Uni<Integer> run(String statement, Map<String, String> values) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(statement))
                .invoke(query -> values.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
