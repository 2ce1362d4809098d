package club.panamia.ops.contactbook;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.ops.quota.Quotas;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Keeps a simulated book, and lets time pass: both its windows and our loans. */
@Singleton
class ContactBookOfTests {

    record Numbers(OptionalInt website, OptionalInt newsletter, OptionalInt contact, OptionalInt profile)
            implements ContactBookSettings.Lists {}

    static final ContactBookSettings.Lists LISTS =
            new Numbers(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3), OptionalInt.of(4));

    private final Sql sql = TestDatabase.get().sql();
    private final Contacts contacts;
    private final GuardedHttp http;
    private final Quotas quotas;

    ContactBookOfTests(Contacts contacts, GuardedHttp http, Quotas quotas) {
        this.contacts = contacts;
        this.http = http;
        this.quotas = quotas;
    }

    KeepContactBook keeper(SimulatedBrevo brevo) {
        return keeper(brevo, LISTS);
    }

    KeepContactBook keeper(SimulatedBrevo brevo, ContactBookSettings.Lists lists) {
        var book = new BrevoContactBook(
                http, new ObjectMapper(), quotas, brevo.url(), Optional.of("key"), Duration.ofMillis(5));
        return new KeepContactBook(contacts, book, lists);
    }

    /** Step by step, as long as there is something to do; a step that fails is the last. */
    boolean run(KeepContactBook keeper) {
        return keeper.step()
                .repeat()
                .whilst(done -> done > 0)
                .onItem()
                .ignoreAsUni()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    void nextWindow(SimulatedBrevo brevo) {
        brevo.nextWindow();
        sql.run("UPDATE internal.provider_quota SET resets_at = now() - interval '1 second'");
        sql.run("UPDATE brevo_contacts SET due_at = now() - interval '1 second'");
    }

    /** Window by window, until the book has been told everything. */
    void converge(SimulatedBrevo brevo, KeepContactBook keeper) {
        for (var window = 0; window < 60; window++) {
            if (run(keeper) && waiting() == 0) {
                return;
            }
            nextWindow(brevo);
        }
        assertThat(waiting()).as("contacts that wait after sixty windows").isZero();
    }

    long waiting() {
        return sql.one(Long.class, "SELECT count(*) FROM brevo_contacts WHERE synced_at IS NULL");
    }
}
