package club.panamia.ops.contactbook;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.ops.contactbook.SimulatedBrevo.Fault;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, storms and crashes: no more than four fifths are used, and in the end the book says what it should. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ContactBookFaultsTest {

    private static final int MOST = 20;

    private static final String EXPECTED = """
            SELECT e.email || ': ' || split_part(e.name, ' ', 1) || '/' || split_part(e.name, ' ', 2) || ' [1'
                   || CASE WHEN n.confirmed_at IS NOT NULL AND n.unsubscribed_at IS NULL THEN ', 2' ELSE '' END
                   || CASE WHEN c.email IS NOT NULL THEN ', 3' ELSE '' END || ']'
                   || CASE WHEN n.unsubscribed_at IS NOT NULL THEN ' barred' ELSE '' END
              FROM (SELECT 'p' || i || '@example.org' AS email, 'Ana ' || i AS name FROM generate_series(1, 40) i) e
              LEFT JOIN newsletter_signups n ON n.email = e.email
              LEFT JOIN contact_submissions c ON c.email = e.email
             WHERE c.email IS NOT NULL OR (n.confirmed_at IS NOT NULL AND n.unsubscribed_at IS NULL)
             ORDER BY e.email COLLATE "C"
            """;

    private final Sql sql = TestDatabase.get().sql();
    private final SimulatedBrevo brevo = new SimulatedBrevo(MOST);

    @Inject
    ContactBookOfTests book;

    @AfterEach
    void close() {
        brevo.close();
    }

    @Test
    void usesNoMoreThanFourFifthsOfAWindow() {
        for (var person = 1; person <= 27; person++) {
            change(person, person % 3);
        }

        book.converge(brevo, book.keeper(brevo));

        assertThat(brevo.mostUsed()).isBetween(MOST / 2, MOST * 4 / 5);
        assertThat(brevo.contents()).isEqualTo(expected());
    }

    @Test
    void asksOnceInAWindowThatOthersHaveSpent() {
        change(1, 0);
        change(2, 1);
        var keeper = book.keeper(brevo);

        for (var window = 0; window < 5; window++) {
            brevo.spent();
            book.run(keeper);
            book.run(keeper);
            assertThat(brevo.used()).isEqualTo(1);
            book.nextWindow(brevo);
        }
        book.converge(brevo, keeper);

        assertThat(brevo.contents()).isEqualTo(expected());
    }

    /** Connections break before and after calls took effect, while people come and go; a new process goes on each time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comesToSayWhatItShouldWhateverBreaksOnTheWay(long luck) {
        var random = new Random(luck);

        for (var round = 0; round < 25; round++) {
            for (var changes = random.nextInt(12); changes > 0; changes--) {
                change(1 + random.nextInt(40), random.nextInt(5));
            }
            brevo.fails(List.of(Fault.values()).get(random.nextInt(3)));
            book.run(book.keeper(brevo));
            if (random.nextBoolean()) {
                book.nextWindow(brevo);
            }
        }
        book.nextWindow(brevo);
        book.converge(brevo, book.keeper(brevo));

        assertThat(brevo.contents()).isEqualTo(expected());
        assertThat(brevo.mostUsed()).isLessThanOrEqualTo(MOST * 4 / 5);
    }

    private List<String> expected() {
        return sql.list(String.class, EXPECTED);
    }

    /** One of the things that people do. */
    private void change(int person, int what) {
        var email = "p%d@example.org".formatted(person);
        var name = "Ana " + person;
        switch (what) {
            case 0 ->
                sql.run(
                        "INSERT INTO newsletter_signups (email, name, confirmed_at) VALUES (?, ?, now())"
                                + " ON CONFLICT (lower(email)) DO UPDATE SET confirmed_at = now(), unsubscribed_at = NULL",
                        email,
                        name);
            case 1 -> {
                wrote(email, name);
            }
            case 2 -> {
                change(person, 0);
                wrote(email, name);
            }
            case 3 -> sql.run("UPDATE newsletter_signups SET unsubscribed_at = now() WHERE email = ?", email);
            default -> sql.run("DELETE FROM contact_submissions WHERE email = ?", email);
        }
    }

    private void wrote(String email, String name) {
        sql.run(
                "INSERT INTO contact_submissions (email, name) SELECT ?, ?"
                        + " WHERE NOT EXISTS (SELECT FROM contact_submissions WHERE email = ?)",
                email,
                name,
                email);
    }
}
