package club.panamia.social.audience;

/** Who stands behind an article. */
public final class Writers {

    /**
     * Those of an article {@code r}, as rows {@code w} in the order {@code place} of their credit: the author, and the co-authors who
     * accepted. Who does not take part has no actor; who has left, is locked or suspended is not among them.
     */
    public static final String OF_ARTICLE = """
            LATERAL (
              SELECT credited.user_id, credited.place, u.screenname, a.id AS actor_id, a.uri, a.followers_url
                FROM (SELECT r.author_id AS user_id, CAST(0 AS bigint) AS place
                      UNION ALL
                      SELECT c.entry ->> 'userId', c.place
                        FROM jsonb_array_elements(r.co_authors) WITH ORDINALITY AS c (entry, place)
                       WHERE c.entry ->> 'status' = 'accepted') AS credited
                JOIN users u ON u.id = credited.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL AND u.screenname IS NOT NULL
                LEFT JOIN profiles p ON p.user_id = u.id AND p.active AND p.social_eligible
                LEFT JOIN social_actors a ON a.profile_id = p.id
               WHERE a.standing IS DISTINCT FROM 'suspended') AS w
            """;

    /** Whether an article {@code f} that others know can be read here, and who speaks for it is one of its writers: a condition. */
    public static final String STAND_BEHIND = """
            EXISTS (SELECT FROM articles r, %s
                     WHERE r.id = f.article_id AND r.status = 'published' AND w.actor_id = f.actor_id)
            """.formatted(OF_ARTICLE);

    private Writers() {}
}
