package club.panamia.social.upkeep;

/** What is counted: a table, its key, its counts, and what they are of the rows {@code which} of a list of ids {@code v}. */
enum Counted {
    POSTS("social_statuses", "id", "likes_count, announces_count, replies_count", """
            SELECT s.id,
                   (SELECT count(*) FROM social_likes l WHERE l.status_id = s.id) AS likes_count,
                   (SELECT count(*) FROM internal.boost b WHERE b.status_id = s.id) AS announces_count,
                   (SELECT count(*) FROM social_statuses r
                     WHERE r.in_reply_to_id = s.id AND NOT r.is_draft
                       AND (r.visibility IN ('public', 'quiet', 'local') OR r.visibility = s.visibility)) AS replies_count
              FROM social_statuses s JOIN v ON v.id = s.id
            """),

    ACTORS("social_actors", "id", "following_count, followers_count, status_count", """
            SELECT a.id,
                   (SELECT count(*) FROM social_follows f WHERE f.actor_id = a.id AND f.status = 'accepted') AS following_count,
                   (SELECT count(*) FROM social_follows f WHERE f.target_actor_id = a.id AND f.status = 'accepted') AS followers_count,
                   (SELECT count(*) FROM social_statuses s
                     WHERE s.actor_id = a.id AND NOT s.is_draft AND s.visibility IN ('public', 'quiet')) AS status_count
              FROM social_actors a JOIN v ON v.id = a.id
             WHERE a.profile_id IS NOT NULL
            """),

    /** Those of other servers are counted there. */
    POLLS("internal.poll", "status_id", "voters_count, votes", """
            SELECT q.status_id AS id,
                   (SELECT count(*) FROM internal.ballot b WHERE b.status_id = q.status_id) AS voters_count,
                   ARRAY(SELECT CAST((SELECT count(*) FROM internal.ballot b
                                       WHERE b.status_id = q.status_id AND o.place - 1 = ANY (b.choices)) AS int)
                           FROM generate_series(1, cardinality(q.options)) AS o (place) ORDER BY o.place) AS votes
              FROM internal.poll q JOIN v ON v.id = q.status_id
             WHERE NOT q.is_remote
            """);

    private final String table;
    private final String key;
    private final String columns;
    private final String count;

    Counted(String table, String key, String columns, String count) {
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.count = count;
    }

    /** A portion in the order of ids: its last one, and which of it are wrong. One glance sees a row and its count, or neither. */
    String look() {
        return """
                WITH v AS MATERIALIZED (
                  SELECT %2$s AS id FROM %1$s WHERE %2$s > $1 ORDER BY %2$s LIMIT $2
                ), counted AS (
                  %3$s
                )
                SELECT (SELECT max(id) FROM v) AS last,
                       ARRAY(SELECT counted.id FROM counted JOIN %1$s t ON t.%2$s = counted.id WHERE %4$s) AS wrong
                """.formatted(table, key, count, differs());
    }

    /** Whoever is about to count waits from here on. */
    String hold() {
        return "SELECT %2$s FROM %1$s WHERE %2$s = ANY (string_to_array(:ids, ' ')) ORDER BY %2$s FOR NO KEY UPDATE"
                .formatted(table, key);
    }

    /** A statement after they are held: it sees whatever was counted before. */
    String mend() {
        return """
                WITH v AS MATERIALIZED (
                  SELECT id FROM unnest(string_to_array(:ids, ' ')) AS held (id)
                ), counted AS (
                  %3$s
                )
                UPDATE %1$s t SET (%5$s) = ROW (%6$s) FROM counted WHERE t.%2$s = counted.id AND %4$s
                """.formatted(table, key, count, differs(), columns, of("counted"));
    }

    private String differs() {
        return "(%s) IS DISTINCT FROM (%s)".formatted(of("t"), of("counted"));
    }

    private String of(String alias) {
        return alias + "." + columns.replace(", ", ", " + alias + ".");
    }
}
