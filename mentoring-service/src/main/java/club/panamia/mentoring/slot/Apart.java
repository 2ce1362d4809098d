package club.panamia.mentoring.slot;

/** Of two people of whom one blocks the other in social, neither finds or books the other: as if they did not mentor. */
public final class Apart {

    /** An array, which is made once and leaves the planner its indexes. */
    private static final String NOT_APART = """
            p.id <> ALL (ARRAY(
                SELECT theirs.profile_id
                  FROM profiles mine
                  JOIN social_actors me ON me.profile_id = mine.id
                  JOIN internal.actor_block b ON me.id IN (b.actor_id, b.target_actor_id)
                  JOIN social_actors theirs ON theirs.id IN (b.actor_id, b.target_actor_id) AND theirs.id <> me.id
                 WHERE mine.user_id = %s AND theirs.profile_id IS NOT NULL))
            """;

    private Apart() {}

    /** A condition on {@code profiles p}; {@code person} is how the statement names the other one's user id. */
    public static String not(String person) {
        return NOT_APART.formatted(person);
    }
}
