package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Somebody looks at what is held on them, and leaves: seven services let go of it. */
final class Leaving {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Every column of every table that holds a word. */
    private static final String TRACES = """
            SELECT place FROM (
              SELECT concat_ws('.', n.nspname, t.relname, a.attname) AS place,
                     query_to_xml(format('SELECT FROM %I.%I WHERE strpos(lower(%I::text), lower(%L)) > 0 LIMIT 1',
                       n.nspname, t.relname, a.attname, word), false, true, '')::text AS found
                FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid JOIN pg_namespace n ON n.oid = t.relnamespace,
                     (SELECT CAST(? AS text) AS word) asked
               WHERE t.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
                 AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema') looked
             WHERE found LIKE '%<row%'
            """;

    private final Person bob;
    private final SidecarApp everything;
    private String userId = "";

    /** {@code everything} reads whatever the database holds. */
    Leaving(Person bob, SidecarApp everything) {
        this.bob = bob;
        this.everything = everything;
    }

    void play(Steps steps) {
        steps.step("a person signs in again and asks for a copy of their data; seven services answer", this::copy);
        steps.step("they see what goes when they leave, and leave", this::leave);
        steps.step("no column of any table holds their address", this::noTraceOfTheAddress);
        steps.step("the empty row goes, too, by the eraser's own session", this::rowIsGone);
    }

    private void copy() {
        bob.signIn();
        userId = bob.browser.get("/api/users/me").status(200).text("id");
        bob.browser.post("/api/users/me/export").status(202);
        eventually(
                "the copy",
                () -> bob.browser.get("/api/users/me/export").response().statusCode() == 200);
        bob.browser
                .get("/api/users/me/export")
                .status(200)
                .contains(bob.email)
                .contains("Bob Suárez")
                .contains("engagement-service");
    }

    private void leave() {
        bob.browser.get("/api/users/me/leaving").status(200).contains("\"profile\":true");
        bob.browser.delete("/api/users/me?authorship=anonymise").status(204);
        bob.browser.get("/api/auth/session").status(401);
    }

    private void noTraceOfTheAddress() {
        eventually("a database without " + bob.email, () -> traces().isEmpty());
    }

    private List<String> traces() {
        return everything.ask(TRACES, bob.email);
    }

    private void rowIsGone() {
        eventually(
                "the end of the row",
                () -> everything
                        .ask("SELECT id FROM users WHERE id = ?", userId)
                        .isEmpty());
    }

    private void eventually(String what, BooleanSupplier isTrue) {
        if (!Waiting.until(PATIENCE, Duration.ofMillis(200), isTrue)) {
            throw new Unexpected(what, "within " + PATIENCE.toSeconds() + " s", traces());
        }
    }
}
