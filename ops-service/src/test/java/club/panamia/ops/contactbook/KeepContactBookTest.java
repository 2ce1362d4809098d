package club.panamia.ops.contactbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class KeepContactBookTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final SimulatedBrevo brevo = new SimulatedBrevo(1000);

    @Inject
    ContactBookOfTests book;

    @Inject
    Contacts contacts;

    private KeepContactBook keeper;

    @BeforeEach
    void keeper() {
        keeper = book.keeper(brevo);
    }

    @AfterEach
    void close() {
        brevo.close();
    }

    @Test
    void putsPeopleOnTheListsOfWhatTheyDid() {
        reads("Ana@Example.org", "Ana Maria Paz");
        wrote("ana@example.org", "Anita");
        seed.approvedProfile(seed.person("Ben"));
        sql.run("INSERT INTO newsletter_signups (email, name) VALUES ('unconfirmed@example.org', 'Nobody')");
        sql.run(
                "INSERT INTO contact_submissions (name, email, quarantined_for) VALUES ('Spam', 'spam@example.org', 'links')");

        book.converge(brevo, keeper);

        assertThat(brevo.contents())
                .containsExactly("ana@example.org: Ana Maria/Paz [1, 2, 3]", "ben@example.org: Profile/Ben [1, 4]");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM brevo_contacts WHERE brevo_id IS NOT NULL"))
                .isEqualTo(2);
    }

    @Test
    void tellsOfManyInOneCallAndWaitsUntilThatIsOver() {
        sql.run("INSERT INTO newsletter_signups (email, name, confirmed_at)"
                + " SELECT 'r' || n || '@example.org', 'Ana ' || n, now() FROM generate_series(1, 120) n");

        assertThat(book.run(keeper)).isTrue();

        assertThat(brevo.contents()).hasSize(120).contains("r7@example.org: Ana/7 [1, 2]");
        assertThat(brevo.calls()).hasSize(3).startsWith("POST /contacts/import");
        assertThat(book.waiting()).isZero();
    }

    @Test
    void makesOneCallOfAllThatHasChangedOfSomebody() {
        reads("ana@example.org", "Ana");
        book.converge(brevo, keeper);

        wrote("ana@example.org", "Ana");
        sql.run("UPDATE newsletter_signups SET name = 'Ana Paz'");
        sql.run("UPDATE newsletter_signups SET name = 'Ana Luz'");
        book.converge(brevo, keeper);
        book.converge(brevo, keeper);

        assertThat(brevo.calls()).containsExactly("POST /contacts", "POST /contacts");
        assertThat(brevo.contents()).containsExactly("ana@example.org: Ana/Luz [1, 2, 3]");
    }

    @Test
    void takesWhoeverLeftOffTheListAndBarsThem() {
        reads("ana@example.org", "Ana");
        wrote("ana@example.org", "Ana");
        book.converge(brevo, keeper);

        sql.run("UPDATE newsletter_signups SET unsubscribed_at = now()");
        book.converge(brevo, keeper);
        assertThat(brevo.contents()).containsExactly("ana@example.org: Ana/ [1, 3] barred");

        sql.run("UPDATE newsletter_signups SET unsubscribed_at = NULL, confirmed_at = now()");
        book.converge(brevo, keeper);
        assertThat(brevo.contents()).containsExactly("ana@example.org: Ana/ [1, 2, 3]");
    }

    @Test
    void deletesWhoeverHasNothingToDoWithUsAnyMore() {
        reads("ana+1@example.org", "Ana");
        book.converge(brevo, keeper);

        sql.run("UPDATE newsletter_signups SET unsubscribed_at = now()");
        book.converge(brevo, keeper);

        assertThat(brevo.contents()).isEmpty();
        assertThat(sql.list(String.class, "SELECT email FROM brevo_contacts")).isEmpty();
    }

    /** Told late, twice and in whatever order, the latest departure counts, until they ask for the newsletter after it. */
    @Test
    void leavesWhoeverUnsubscribedThereBarred() {
        wrote("ana@example.org", "Ana");
        book.converge(brevo, keeper);
        brevo.bar("ana@example.org");
        var now = Instant.now();
        List.of(now.minusSeconds(60), now.minusSeconds(900), now.minusSeconds(60))
                .forEach(at -> contacts.left("Ana@example.org", at).await().indefinitely());

        sql.run("UPDATE contact_submissions SET name = 'Ana Paz'");
        book.converge(brevo, keeper);
        assertThat(brevo.contents()).containsExactly("ana@example.org: Ana/Paz [1, 3] barred");

        sql.run(
                "INSERT INTO newsletter_signups (email, name, confirmed_at) VALUES ('ana@example.org', 'Ana', now() - interval '5 minutes')");
        book.converge(brevo, keeper);
        assertThat(brevo.contents()).containsExactly("ana@example.org: Ana/ [1, 2, 3] barred");

        sql.run("UPDATE newsletter_signups SET confirmed_at = now()");
        book.converge(brevo, keeper);
        assertThat(brevo.contents()).containsExactly("ana@example.org: Ana/ [1, 2, 3]");
    }

    @Test
    void goesOnWhenOneIsRefusedAndTriesThatOneLater() {
        reads("bad@example.org", "Bad");
        reads("cleo@example.org", "Cleo");
        wrote("dan@example.org", "Dan");

        assertThat(book.run(keeper)).isTrue();

        assertThat(brevo.contents()).hasSize(2);
        assertThat(sql.list(
                        String.class,
                        "SELECT email FROM brevo_contacts WHERE error LIKE 'Brevo 400%' AND due_at > now()"))
                .containsExactly("bad@example.org");
    }

    @Test
    void doesNothingUnlessABookIsNamed() {
        reads("ana@example.org", "Ana");

        book.run(new KeepContactBook(contacts, null, ContactBookOfTests.LISTS));

        assertThat(sql.list(String.class, "SELECT email FROM brevo_contacts")).isEmpty();
    }

    @Test
    void namesTheSettingThatIsMissing() {
        var incomplete = new ContactBookOfTests.Numbers(
                OptionalInt.of(1), OptionalInt.empty(), OptionalInt.of(3), OptionalInt.of(4));

        assertThatThrownBy(() -> book.keeper(brevo, incomplete))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BREVO_LIST_NEWSLETTER");
    }

    private void reads(String email, String name) {
        sql.run("INSERT INTO newsletter_signups (email, name, confirmed_at) VALUES (?, ?, now())", email, name);
    }

    private void wrote(String email, String name) {
        sql.run("INSERT INTO contact_submissions (email, name) VALUES (?, ?)", email, name);
    }
}
