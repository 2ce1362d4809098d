package club.panamia.social.audience;

/**
 * Who may see a post, written once. Every statement that reads, answers, likes, boosts or counts posts for somebody begins with
 * {@link #viewer}, takes its posts {@link #FROM} here and asks {@link #MAY_SEE}.
 */
public final class Audience {

    /** Behind an actor {@code a} of this server who is not suspended: a person who is neither locked nor hidden. */
    public static final String HERE = """
            JOIN profiles p ON p.id = a.profile_id AND p.active AND p.social_eligible AND a.standing <> 'suspended'
              JOIN users u ON u.id = p.user_id AND u.locked_at IS NULL
            """;

    /** The same, or an actor {@code a} of another server who is not suspended; there is no person behind those. */
    public static final String SEEN = """
            LEFT JOIN profiles p ON p.id = a.profile_id AND p.active AND p.social_eligible
              LEFT JOIN users u ON u.id = p.user_id AND u.locked_at IS NULL
              JOIN (SELECT) AS met ON a.standing <> 'suspended' AND (u.id IS NOT NULL OR a.fetched_at IS NOT NULL)
            """;

    /** A post {@code s} with its author {@code a}, who may be seen. */
    public static final String FROM = """
            social_statuses s
              JOIN social_actors a ON a.id = s.actor_id
              %s""".formatted(SEEN);

    /** The same of this server alone. */
    public static final String FROM_HERE = """
            social_statuses s
              JOIN social_actors a ON a.id = s.actor_id
              %s""".formatted(HERE);

    /** What a post {@code s} must be. */
    public static final String FOR_EVERYBODY = "s.visibility IN ('public', 'quiet')";

    private static final String IS_SAID = "NOT s.is_draft AND (s.expires_at IS NULL OR s.expires_at > now())";

    private static final String BY_ONE_IN_GOOD_STANDING = "a.standing = 'good'";

    /** The rule for those who ask as nobody in particular, as other servers do; no viewer is needed. */
    public static final String ANYBODY_MAY_SEE = String.join(" AND ", IS_SAID, FOR_EVERYBODY, BY_ONE_IN_GOOD_STANDING);

    /**
     * An actor {@code a} is of no server that the viewer keeps away: a condition. The planner takes it to be true of nearly all,
     * whatever it knows of domains.
     */
    public static final String IS_OF_NO_SERVER_KEPT_AWAY =
            "NOT ARRAY[lower(a.domain)] && CAST((SELECT servers FROM viewer) AS text[])";

    /** What a post is, and what the viewer is to its author. Blocks count both ways; who is limited is for followers. */
    public static final String MAY_SEE =
            """
            %s
               AND s.actor_id <> ALL (CAST((SELECT blocked FROM viewer) AS text[]))
               AND %s
               AND (%s
                    OR (s.visibility = 'local' AND (SELECT member FROM viewer))
                    OR s.actor_id = (SELECT id FROM viewer)
                    OR EXISTS (SELECT FROM social_recipients r WHERE r.status_id = s.id AND r.actor_id = (SELECT id FROM viewer))
                    OR (s.visibility = 'followers'
                        AND EXISTS (SELECT FROM social_follows f
                                     WHERE f.actor_id = (SELECT id FROM viewer) AND f.target_actor_id = s.actor_id
                                       AND f.status = 'accepted')))
               AND (%s OR s.actor_id = (SELECT id FROM viewer)
                    OR EXISTS (SELECT FROM social_follows f
                                WHERE f.actor_id = (SELECT id FROM viewer) AND f.target_actor_id = s.actor_id
                                  AND f.status = 'accepted'))
            """.formatted(IS_SAID, IS_OF_NO_SERVER_KEPT_AWAY, FOR_EVERYBODY, BY_ONE_IN_GOOD_STANDING);

    /** On timelines one does not hear whom one has muted, but oneself. */
    public static final String WANTS_TO_HEAR = "s.actor_id <> ALL (CAST((SELECT muted FROM viewer) AS text[]))";

    /** It begins a conversation. */
    public static final String NO_ANSWER = "s.in_reply_to_uri IS NULL AND s.in_reply_to_id IS NULL";

    /** A post {@code s} that the actor {@code them} of another server may have: a condition. */
    public static final String THEY_MAY_SEE =
            """
            %s
              AND NOT EXISTS (SELECT FROM internal.actor_block b
                               WHERE (b.actor_id, b.target_actor_id) IN ((s.actor_id, them.id), (them.id, s.actor_id)))
              AND NOT %s
              AND (%s OR s.actor_id = them.id
                   OR EXISTS (SELECT FROM social_recipients r WHERE r.status_id = s.id AND r.actor_id = them.id)
                   OR (s.visibility = 'followers'
                       AND EXISTS (SELECT FROM social_follows f WHERE f.actor_id = them.id AND f.target_actor_id = s.actor_id
                                                                  AND f.status = 'accepted')))
            """.formatted(IS_SAID, keepsAway("s.actor_id", "them.domain"), FOR_EVERYBODY);

    private Audience() {}

    /** An actor of ours wants nothing of a whole server: a condition. */
    public static String keepsAway(String actorId, String domain) {
        return "EXISTS (SELECT FROM internal.server_block k WHERE k.actor_id = %s AND k.domain = lower(%s))"
                .formatted(actorId, domain);
    }

    /**
     * The beginning of a statement: who asks.
     *
     * @param parameter names a text parameter, a member's user id or NULL for anybody
     */
    public static String viewer(String parameter) {
        return """
                WITH RECURSIVE me AS MATERIALIZED (
                  SELECT mine.id FROM social_actors mine JOIN profiles owned ON owned.id = mine.profile_id
                   WHERE owned.user_id = CAST(%1$s AS text)
                ), viewer AS MATERIALIZED (
                  SELECT (SELECT id FROM me) AS id, CAST(%1$s AS text) IS NOT NULL AS member,
                         ARRAY(SELECT b.target_actor_id FROM internal.actor_block b WHERE b.actor_id = (SELECT id FROM me)
                               UNION ALL
                               SELECT b.actor_id FROM internal.actor_block b WHERE b.target_actor_id = (SELECT id FROM me)) AS blocked,
                         ARRAY(SELECT m.target_actor_id FROM internal.actor_mute m WHERE m.actor_id = (SELECT id FROM me)) AS muted,
                         ARRAY(SELECT k.domain FROM internal.server_block k WHERE k.actor_id = (SELECT id FROM me)) AS servers
                )
                """.formatted(parameter);
    }
}
