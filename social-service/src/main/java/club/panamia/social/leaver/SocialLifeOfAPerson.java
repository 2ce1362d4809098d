package club.panamia.social.leaver;

import static java.util.Map.entry;

import club.panamia.kernel.personal.PersonalData;
import club.panamia.social.audience.Writers;
import club.panamia.social.outgoing.Stamp;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The actor goes with everything that hangs on it, and what was told to others is from then on told to be gone. */
@ApplicationScoped
class SocialLifeOfAPerson implements PersonalData {

    private static final String ACTOR = """
            SELECT to_jsonb(a) - 'public_key' AS item
              FROM social_actors a JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String POSTS = """
            SELECT to_jsonb(s) || jsonb_build_object('attachments',
                     coalesce((SELECT jsonb_agg(to_jsonb(t)) FROM social_attachments t WHERE t.status_id = s.id), '[]')) AS item
              FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String FOLLOWS = """
            SELECT to_jsonb(f) AS item
              FROM social_follows f JOIN social_actors a ON a.id IN (f.actor_id, f.target_actor_id)
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String LIKES = """
            SELECT to_jsonb(l) AS item
              FROM social_likes l JOIN social_actors a ON a.id = l.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String BOOSTS = """
            SELECT to_jsonb(b) AS item
              FROM internal.boost b JOIN social_actors a ON a.id = b.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String VOTES = """
            SELECT jsonb_build_object('post', s.uri, 'choices', b.choices, 'at', b.created_at) AS item
              FROM internal.ballot b JOIN social_statuses s ON s.id = b.status_id JOIN social_actors a ON a.id = b.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String POLLS = """
            SELECT to_jsonb(q) AS item
              FROM internal.poll q JOIN social_statuses s ON s.id = q.status_id JOIN social_actors a ON a.id = s.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String FORMER_WORDINGS = """
            SELECT to_jsonb(v) AS item
              FROM internal.status_revision v JOIN social_statuses s ON s.id = v.status_id JOIN social_actors a ON a.id = s.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    /** One's own only: who blocks or mutes this person is others' affair. */
    private static final String UNHEARD = """
            SELECT jsonb_build_object('kind', v.kind, 'actor', other.uri, 'since', v.created_at) AS item
              FROM (SELECT 'block' AS kind, actor_id, target_actor_id, created_at FROM internal.actor_block
                    UNION ALL
                    SELECT 'mute', actor_id, target_actor_id, created_at FROM internal.actor_mute) v
              JOIN social_actors other ON other.id = v.target_actor_id JOIN social_actors a ON a.id = v.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String SERVERS_KEPT_AWAY = """
            SELECT jsonb_build_object('domain', k.domain, 'since', k.created_at) AS item
              FROM internal.server_block k JOIN social_actors a ON a.id = k.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String IMPORTS = """
            SELECT jsonb_build_object('kind', i.kind, 'mode', i.mode, 'at', i.created_at, 'lines', (
                     SELECT jsonb_agg(jsonb_build_object('value', r.value, 'state', r.state) ORDER BY r.place)
                       FROM internal.social_import_row r WHERE r.import_id = i.id)) AS item
              FROM internal.social_import i JOIN social_actors a ON a.id = i.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    /** One's own only: who reports this person is hidden from them. */
    private static final String REPORTS = """
            SELECT jsonb_build_object('about', r.about, 'actor', other.uri, 'at', r.created_at, 'reason', r.reason,
                                      'note', r.note) AS item
              FROM person
              JOIN internal.social_report r ON r.reporter_id = person.id
              JOIN social_actors other ON other.id = r.actor_id
            """;

    private static final String FORGET_REPORTER = """
            UPDATE internal.social_report r SET reporter_id = NULL, note = NULL FROM person WHERE r.reporter_id = person.id
            """;

    private static final String FORGET_MODERATOR = """
            UPDATE internal.social_report r SET settled_by = NULL FROM person WHERE r.settled_by = person.id
            """;

    /** Those that wait for a post, too. Whoever leaves lets go of them: the sweeper takes the files, and then the rows. */
    private static final String UPLOADS = """
            SELECT to_jsonb(m) AS item
              FROM internal.social_upload m JOIN social_actors a ON a.id = m.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String DRAFTS = """
            SELECT to_jsonb(d) AS item
              FROM internal.post_draft d JOIN social_actors a ON a.id = d.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String FILTERS = """
            SELECT to_jsonb(f) - 'folded' - 'pattern' AS item
              FROM internal.post_filter f JOIN social_actors a ON a.id = f.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String PROVEN_LINKS = """
            SELECT jsonb_build_object('url', k.url, 'verifiedAt', k.verified_at, 'checkedAt', k.checked_at) AS item
              FROM internal.proven_link k JOIN social_actors a ON a.id = k.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String BOOKMARKS = """
            SELECT jsonb_build_object('post', s.uri, 'since', b.created_at) AS item
              FROM internal.bookmark b JOIN social_statuses s ON s.id = b.status_id JOIN social_actors a ON a.id = b.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String PINNED = """
            SELECT jsonb_build_object('post', s.uri, 'since', k.created_at) AS item
              FROM internal.pinned_status k JOIN social_statuses s ON s.id = k.status_id JOIN social_actors a ON a.id = k.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String BURY_POSTS = """
            INSERT INTO internal.tombstone (uri, former_type, told)
            SELECT s.uri, s.type, s.visibility IN ('public', 'quiet') AND NOT s.is_draft
              FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id JOIN profiles p ON p.id = a.profile_id, person
             WHERE p.user_id = person.id
            ON CONFLICT (uri) DO NOTHING
            """;

    private static final String BURY_ACTOR = """
            INSERT INTO internal.tombstone (uri, former_type, told)
            SELECT a.uri, a.type, true FROM social_actors a JOIN profiles p ON p.id = a.profile_id, person
             WHERE p.user_id = person.id
            ON CONFLICT (uri) DO NOTHING
            """;

    /** Other servers are told, signed with the key that goes with the actor. */
    private static final String TELL =
            """
            INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, body, parting_key)
            SELECT a.uri || '#delete', a.id, a.uri, 'whole',
                   CAST(jsonb_build_object(%s, 'id', a.uri || '#delete', 'type', 'Delete', 'actor', a.uri, 'object', a.uri,
                                           'published', %s, %s) AS text),
                   k.private_key
              FROM social_actors a JOIN internal.actor_key k ON k.actor_id = a.id AND k.kind = 'rsa-2048'
              JOIN profiles p ON p.id = a.profile_id, person
             WHERE p.user_id = person.id
            ON CONFLICT (uri) DO NOTHING
            """.formatted(Stamp.CONTEXT, Stamp.NOW, Stamp.toEverybody("jsonb_build_array(a.followers_url)"));

    /** All servers that may know them, by a follow of either side, by an article that others handed on, or by what they said to somebody. */
    private static final String TELL_ALL = """
            INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
            SELECT DISTINCT o.id, o.actor_id, split_part(coalesce(t.shared_inbox_url, t.inbox_url), '/', 3),
                   coalesce(t.shared_inbox_url, t.inbox_url)
              FROM person JOIN profiles p ON p.user_id = person.id JOIN social_actors a ON a.profile_id = p.id
              JOIN internal.outgoing_activity o ON o.uri = a.uri || '#delete'
              CROSS JOIN LATERAL (
                SELECT f.actor_id AS id FROM social_follows f WHERE f.target_actor_id = a.id
                UNION SELECT f.target_actor_id FROM social_follows f WHERE f.actor_id = a.id
                UNION SELECT f.actor_id FROM internal.federated_article g JOIN articles r ON r.id = g.article_id, %s
                        JOIN social_follows f ON f.target_actor_id = w.actor_id AND f.status = 'accepted'
                       WHERE g.actor_id = a.id
                UNION SELECT r.actor_id FROM social_statuses s JOIN social_recipients r ON r.status_id = s.id
                       WHERE s.actor_id = a.id AND r.actor_id IS NOT NULL) AS known
              JOIN social_actors t ON t.id = known.id AND t.profile_id IS NULL AND t.fetched_at IS NOT NULL
            ON CONFLICT (activity_id, inbox_url) DO NOTHING
            """.formatted(Writers.OF_ARTICLE);

    private static final String TELL_FORMER_AUDIENCE = """
            INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
            SELECT o.id, o.actor_id, split_part(h.inbox_url, '/', 3), h.inbox_url
              FROM person JOIN profiles p ON p.user_id = person.id JOIN social_actors a ON a.profile_id = p.id
              JOIN internal.outgoing_activity o ON o.uri = a.uri || '#delete'
              JOIN internal.former_audience h ON h.actor_id = a.id
            ON CONFLICT (activity_id, inbox_url) DO NOTHING
            """;

    private static final String DELETE_ACTOR = """
            DELETE FROM social_actors a USING profiles p, person WHERE p.id = a.profile_id AND p.user_id = person.id
            """;

    @Override
    public Map<String, String> copy() {
        return Map.ofEntries(
                entry("actor", ACTOR),
                entry("posts", POSTS),
                entry("formerWordings", FORMER_WORDINGS),
                entry("follows", FOLLOWS),
                entry("likes", LIKES),
                entry("boosts", BOOSTS),
                entry("votes", VOTES),
                entry("polls", POLLS),
                entry("unheard", UNHEARD),
                entry("serversKeptAway", SERVERS_KEPT_AWAY),
                entry("imports", IMPORTS),
                entry("reports", REPORTS),
                entry("uploads", UPLOADS),
                entry("drafts", DRAFTS),
                entry("filters", FILTERS),
                entry("provenLinks", PROVEN_LINKS),
                entry("bookmarks", BOOKMARKS),
                entry("pinned", PINNED));
    }

    @Override
    public List<String> farewell() {
        return List.of(
                TELL,
                TELL_ALL,
                TELL_FORMER_AUDIENCE,
                BURY_POSTS,
                BURY_ACTOR,
                DELETE_ACTOR,
                FORGET_REPORTER,
                FORGET_MODERATOR);
    }
}
