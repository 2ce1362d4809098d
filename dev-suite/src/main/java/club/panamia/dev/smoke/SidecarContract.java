package club.panamia.dev.smoke;

import java.util.List;

/** What the design promises to apps that live in the same database. */
final class SidecarContract {

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String NOT_ALLOWED = "42501";

    /** As the design writes them: nothing is qualified, the role's own schema comes first in its search_path. */
    private static final String LISTINGS = """
            CREATE TABLE listings (
              id       TEXT PRIMARY KEY,
              owner_id TEXT NOT NULL REFERENCES users(id),
              title    TEXT NOT NULL
            )
            """;

    private static final String BOOKINGS = """
            CREATE TABLE bookings (
              id         TEXT PRIMARY KEY,
              owner_id   TEXT NOT NULL REFERENCES users(id),
              sitter_id  TEXT NOT NULL REFERENCES users(id),
              listing_id TEXT NOT NULL REFERENCES listings(id),
              starts_on  DATE NOT NULL
            )
            """;

    private final Person ana;
    private final SidecarApp stranger;
    private final SidecarApp trusted;
    private final String way;
    private String userId = "";

    /** {@code way} says in words how the apps reach the database. */
    SidecarContract(Person ana, SidecarApp stranger, SidecarApp trusted, String way) {
        this.way = way;
        this.ana = ana;
        this.stranger = stranger;
        this.trusted = trusted;
    }

    void play(Steps steps) {
        steps.step("the trusted sidecar finds the session in the shared table, " + way, this::trustedReadsSessions);
        steps.step("the other sidecar learns the owner of the token that it was shown", this::strangerAsksForOwner);
        steps.step("and can read neither sessions nor anything internal", this::strangerReadsNoSessions);
        steps.step("it makes the design's listings and bookings in its own schema, " + way, this::makeTables);
        steps.step("its foreign keys to users are real", this::foreignKeysHold);
        steps.step(
                "it can make nothing among our tables",
                () -> stranger.mustBeRefused(NOT_ALLOWED, "CREATE TABLE public.intruder (id text)"));
    }

    void sessionIsGone() {
        mustBe("SELECT user_id FROM sessions", List.of(), trusted.ask(sessions(), ana.browser.session()));
        mustBe("session_owner", List.of(), stranger.ask(sessionOwner(), ana.browser.session()));
    }

    private void trustedReadsSessions() {
        userId = ana.browser
                .get("/api/auth/session")
                .status(200)
                .json()
                .getJsonObject("user")
                .getString("id");
        mustBe("SELECT user_id FROM sessions", List.of(userId), trusted.ask(sessions(), ana.browser.session()));
    }

    private void strangerAsksForOwner() {
        mustBe("session_owner", List.of(userId), stranger.ask(sessionOwner(), ana.browser.session()));
        mustBe("session_owner of a guess", List.of(), stranger.ask(sessionOwner(), "x".repeat(43)));
    }

    private void strangerReadsNoSessions() {
        stranger.mustBeRefused(NOT_ALLOWED, "SELECT * FROM sessions");
        stranger.mustBeRefused(NOT_ALLOWED, "SELECT email FROM users");
        stranger.mustBeRefused(NOT_ALLOWED, "SELECT * FROM internal.mail_outbox");
    }

    private void makeTables() {
        stranger.run("DROP TABLE IF EXISTS bookings", "DROP TABLE IF EXISTS listings", LISTINGS, BOOKINGS);
        mustBe(
                "the schema of both",
                List.of("demo", "demo"),
                stranger.ask("SELECT schemaname FROM pg_tables WHERE tablename IN ('listings', 'bookings')"));
    }

    private void foreignKeysHold() {
        stranger.run(
                "INSERT INTO listings VALUES ('l1', '%s', 'Cat sitting in Hialeah')".formatted(userId),
                "INSERT INTO bookings VALUES ('b1', '%1$s', '%1$s', 'l1', '2030-01-02')".formatted(userId));
        mustBe(
                "a join with users",
                List.of(userId),
                stranger.ask("SELECT u.id FROM bookings b JOIN users u ON u.id = b.sitter_id WHERE b.id = 'b1'"));
        stranger.mustBeRefused(
                FOREIGN_KEY_VIOLATION, "INSERT INTO listings VALUES ('l2', 'nobody', 'Nobody lists this')");
    }

    private static String sessions() {
        return "SELECT user_id FROM sessions WHERE session_token = ?";
    }

    private static String sessionOwner() {
        return "SELECT * FROM session_owner(?)";
    }

    private static void mustBe(String what, List<String> expected, List<String> got) {
        if (!expected.equals(got)) {
            throw new Unexpected(what, expected, got);
        }
    }
}
