package club.panamia.social.transfer;

/** What is a person's own of each kind, in the words of files. */
final class Own {

    private static final String ADDRESS = "t.username || '@' || t.domain";

    private Own() {}

    /** Rows {@code (key, value)} of the actor {@code actor}: a statement; keys rise, and are nobody's twice. */
    static String of(Kind kind, String actor) {
        return switch (kind) {
            case FOLLOWS ->
                of(
                                "f.id",
                                ADDRESS,
                                "social_follows f JOIN social_actors t ON t.id = f.target_actor_id",
                                "f.actor_id",
                                actor)
                        + " AND f.status = 'accepted'";
            case BLOCKS ->
                of(
                        "b.id",
                        ADDRESS,
                        "internal.actor_block b JOIN social_actors t ON t.id = b.target_actor_id",
                        "b.actor_id",
                        actor);
            case MUTES ->
                of(
                        "m.id",
                        ADDRESS,
                        "internal.actor_mute m JOIN social_actors t ON t.id = m.target_actor_id",
                        "m.actor_id",
                        actor);
            case SERVERS -> of("k.domain", "k.domain", "internal.server_block k", "k.actor_id", actor);
            case BOOKMARKS ->
                of(
                        "b.id",
                        "s.uri",
                        "internal.bookmark b JOIN social_statuses s ON s.id = b.status_id",
                        "b.actor_id",
                        actor);
        };
    }

    private static String of(String key, String value, String from, String owner, String actor) {
        return "SELECT %s AS key, %s AS value FROM %s WHERE %s = %s".formatted(key, value, from, owner, actor);
    }
}
