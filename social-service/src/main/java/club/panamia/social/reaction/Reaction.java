package club.panamia.social.reaction;

/** What can be done to a post by whoever sees it; a post that is for few is not handed on. */
enum Reaction {
    LIKE("social_likes", "likes", "liked", "true"),
    BOOST("internal.boost", "boosts", "boosted", "s.visibility IN ('public', 'quiet', 'local')");

    private final String table;
    private final String path;
    private final String verb;
    private final String condition;

    Reaction(String table, String path, String verb, String condition) {
        this.table = table;
        this.path = path;
        this.verb = verb;
        this.condition = condition;
    }

    String table() {
        return table;
    }

    /** Where its ActivityPub ids begin. */
    String path() {
        return path;
    }

    String verb() {
        return verb;
    }

    /** What a post {@code s} must be. */
    String condition() {
        return condition;
    }
}
