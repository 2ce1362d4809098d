package club.panamia.schema.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.MinimalRows;
import club.panamia.schema.fixture.RolledBack;
import club.panamia.testing.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VersionTest {

    private static final String VERSIONED = """
            SELECT table_name::text FROM information_schema.columns
            WHERE table_schema = 'public' AND column_name = 'version' ORDER BY 1""";

    private static RolledBack transaction;

    @BeforeAll
    static void givenOneRowEverywhere() {
        transaction = new RolledBack(TestDatabase.get().sql());
        MinimalRows.insert(transaction);
    }

    @AfterAll
    static void close() {
        transaction.close();
    }

    static List<String> versioned() {
        return TestDatabase.get().sql().list(String.class, VERSIONED);
    }

    @Test
    void isOnTheDocumentsThatPeopleShare() {
        assertThat(versioned())
                .containsExactly(
                        "article_announcements",
                        "articles",
                        "contact_submissions",
                        "intake_forms",
                        "mentor_sessions",
                        "profiles",
                        "social_actors",
                        "social_statuses",
                        "user_lists",
                        "users");
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void risesWhenAWriterDoesNotKnowOfIt(String table) {
        var raised = transaction.list(Boolean.class, """
                UPDATE %1$s row SET created_at = row.created_at FROM (SELECT id, version FROM %1$s) before
                 WHERE before.id = row.id RETURNING row.version = before.version + 1
                """.formatted(table));

        assertThat(raised).isNotEmpty().containsOnly(true);
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void isLeftToAWriterThatKeepsIt(String table) {
        assertThat(transaction.list(Integer.class, "UPDATE %s SET version = 1000 RETURNING version".formatted(table)))
                .isNotEmpty()
                .containsOnly(1000);
    }

    /** What an entity with a version does: it finds no row when somebody was faster, whoever that was. */
    @Test
    void keepsACarefulWriterFromUndoingAPlainOnesWork() {
        var seen = transaction.one(Integer.class, "SELECT version FROM profiles");
        transaction.run("UPDATE profiles SET name = 'Written by plain SQL'");

        var written = transaction.list(
                Integer.class,
                "UPDATE profiles SET name = 'Stale', version = ? + 1 WHERE version = ? RETURNING version",
                seen,
                seen);

        assertThat(written).isEmpty();
    }
}
