package club.panamia.engagement.list.member;

import static club.panamia.engagement.list.ListProblem.NOTHING_TO_LIST;

/** What can be on a list, as SQL: the column, and what there is of it that may be put there. */
enum MemberKind {
    /** Not whoever does not want to be on lists. */
    PEOPLE("user_id", """
            SELECT u.id FROM users u
              LEFT JOIN internal.notification_setting s ON s.user_id = u.id
             WHERE lower(u.screenname) = lower(:target) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND coalesce(s.listable, true)
            """),
    PROFILES("profile_id", "SELECT p.id FROM profiles p WHERE p.id = :target AND p.active"),
    ARTICLES("article_id", "SELECT a.id FROM articles a WHERE a.slug = :target AND a.status = 'published'");

    private final String column;
    private final String found;

    MemberKind(String column, String found) {
        this.column = column;
        this.found = found;
    }

    static MemberKind of(String path) {
        return switch (path) {
            case "people" -> PEOPLE;
            case "profiles" -> PROFILES;
            case "articles" -> ARTICLES;
            default -> throw NOTHING_TO_LIST.because("A list holds people, profiles and articles.");
        };
    }

    String find() {
        return found;
    }

    /** The next place on the list; known again, it only takes the note. */
    String put() {
        return """
                INSERT INTO user_list_members (list_id, %1$s, added_by, note, position)
                SELECT CAST(:list AS text), CAST(:target AS text), CAST(:by AS text), CAST(:note AS text),
                       coalesce(max(position), 0) + 1 FROM user_list_members WHERE list_id = CAST(:list AS text)
                ON CONFLICT (list_id, %1$s) DO UPDATE SET note = excluded.note
                RETURNING xmax = 0 AS is_new
                """.formatted(column);
    }

    /** Also of what cannot be put there any more. */
    String take() {
        return switch (this) {
            case PEOPLE ->
                "DELETE FROM user_list_members WHERE list_id = :list AND user_id = (SELECT id FROM users WHERE lower(screenname) = lower(:target))";
            case PROFILES -> "DELETE FROM user_list_members WHERE list_id = :list AND profile_id = :target";
            case ARTICLES ->
                "DELETE FROM user_list_members WHERE list_id = :list AND article_id = (SELECT id FROM articles WHERE slug = :target)";
        };
    }
}
