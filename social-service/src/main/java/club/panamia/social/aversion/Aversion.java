package club.panamia.social.aversion;

/** A mute is for the ears of one; a block holds both ways. Nobody is told of either. */
public enum Aversion {
    BLOCK("internal.actor_block"),
    MUTE("internal.actor_mute");

    private final String table;

    Aversion(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
