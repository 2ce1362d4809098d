package club.panamia.schema.contract;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignContractTest {

    private static final List<String> TABLES = List.of(
            "accounts",
            "article_announcements",
            "articles",
            "brevo_contacts",
            "contact_submissions",
            "email_migrations",
            "intake_forms",
            "interactions",
            "mentor_sessions",
            "newsletter_signups",
            "notifications",
            "o_auth_verifications",
            "profiles",
            "screenname_history",
            "sessions",
            "social_actors",
            "social_attachments",
            "social_follows",
            "social_likes",
            "social_recipients",
            "social_statuses",
            "social_tags",
            "user_follows",
            "user_list_members",
            "user_lists",
            "users",
            "verification_tokens");

    private static final List<String> DOCUMENTS = List.of(
            "articles.co_authors",
            "articles.reviewed_by",
            "intake_forms.form_data",
            "profiles.categories",
            "profiles.descriptions",
            "profiles.hours",
            "profiles.images",
            "profiles.locations",
            "profiles.mentoring",
            "profiles.roles",
            "profiles.socials",
            "profiles.verification",
            "social_statuses.recipient_cc",
            "social_statuses.recipient_to");

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void has27TablesUnderTheDesignsNamesAndNothingElseToSelectFrom() {
        assertThat(TABLES).hasSize(27);
        assertThat(sql.list(String.class, """
                        SELECT relname::text FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')""")).containsExactlyInAnyOrderElementsOf(TABLES);
    }

    @Test
    void keysSessionsByTheirTokenAndEverythingElseByATextId() {
        var keys = sql.list(String.class, """
                SELECT c.conrelid::regclass || '.' || string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ')
                FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                WHERE c.contype = 'p' AND c.connamespace = 'public'::regnamespace GROUP BY c.conrelid""");

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(TABLES.stream()
                        .map(table -> table.equals("sessions") ? "sessions.session_token text" : table + ".id text")
                        .toList());
    }

    @Test
    void keepsTheDesignsDocumentsAsJsonb() {
        assertThat(DOCUMENTS).hasSize(14);
        assertThat(sql.list(
                        String.class,
                        "SELECT table_name || '.' || column_name FROM information_schema.columns"
                                + " WHERE table_schema = 'public' AND data_type = 'jsonb'"))
                .containsAll(DOCUMENTS);
    }

    @Test
    void knowsOfEveryRowWhenItCameAndWhenItChanged() {
        assertThat(sql.list(String.class, """
                        SELECT table_name || '.' || column_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND column_name IN ('created_at', 'updated_at')
                          AND data_type = 'timestamp with time zone' AND is_nullable = 'NO' AND column_default = 'now()'"""))
                .containsExactlyInAnyOrderElementsOf(TABLES.stream()
                        .flatMap(table -> List.of(table + ".created_at", table + ".updated_at").stream())
                        .toList());
    }
}
