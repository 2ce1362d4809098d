package club.panamia.engagement.notification.mark;

/**
 * What can be done with a notification, as SQL: the change of the notification {@code n}, and whether it counts as unread after
 * it, over the row as it was before.
 */
enum Mark {
    /** The first time stays. What is kept for a while is kept from then on, if it is about work that people share. */
    READ("""
            UPDATE notifications n
               SET read = true, read_at = now(),
                   expires_at = CASE WHEN n.context IN ('article', 'coauthor', 'review', 'mentoring') AND n.expires_at IS NOT NULL
                                     THEN greatest(n.expires_at, now() + interval '90 days') ELSE n.expires_at END
              FROM mine WHERE n.id = mine.id AND NOT mine.was_read
            """, "false"),
    UNREAD(
            "UPDATE notifications n SET read = false, read_at = NULL FROM mine WHERE n.id = mine.id AND mine.was_read",
            "archived_at IS NULL"),
    ARCHIVE(
            "UPDATE notifications n SET archived_at = now() FROM mine WHERE n.id = mine.id AND mine.was_archived_at IS NULL",
            "false"),
    RESTORE(
            "UPDATE notifications n SET archived_at = NULL FROM mine WHERE n.id = mine.id AND mine.was_archived_at IS NOT NULL",
            "NOT read"),
    DELETE("DELETE FROM notifications n USING mine WHERE n.id = mine.id", "false");

    private final String change;
    private final String countsAfter;

    Mark(String change, String countsAfter) {
        this.change = change;
        this.countsAfter = countsAfter;
    }

    /**
     * The whole statement for what {@code which} selects of {@code notifications}: changes it, counts, and names it. What a row was
     * is read with its lock: the snapshot of whoever had to wait for it is older.
     */
    String of(String which) {
        return """
                WITH mine AS (
                  SELECT id, target, CAST(context AS text) AS context, read AS was_read, archived_at AS was_archived_at,
                         NOT read AND archived_at IS NULL AS counted, %s AS counts
                    FROM notifications
                   WHERE %s AND (expires_at IS NULL OR expires_at > now())
                   ORDER BY id FOR UPDATE
                ), changed AS (
                  %s
                ), difference AS (
                  SELECT target, jsonb_object_agg(context, more) AS contexts
                    FROM (SELECT target, context, sum(CAST(counts AS int) - CAST(counted AS int)) AS more
                            FROM mine WHERE counts <> counted GROUP BY target, context) AS per_context
                   GROUP BY target
                ), counted_anew AS (
                  UPDATE internal.unread_count c SET contexts = internal.add_counts(c.contexts, d.contexts)
                    FROM difference d WHERE c.user_id = d.target
                )
                SELECT id FROM mine
                """.formatted(countsAfter, which, change.strip());
    }
}
