package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmptyTables.class)
class WhatASidecarMayNotReadTest {

    private static SidecarApp ordinary;
    private static SidecarApp trusted;

    @BeforeAll
    static void apps() {
        ordinary = SidecarApp.ordinary();
        trusted = SidecarApp.trusted();
    }

    @AfterAll
    static void close() {
        ordinary.close();
        trusted.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT private_key FROM internal.signing_key",
                "SELECT * FROM internal.signing_key",
                "SELECT params FROM internal.mail_outbox",
                "SELECT * FROM internal.event",
                "SELECT * FROM internal.screenname_claim",
                "SELECT * FROM internal.databasechangelog",
                "SELECT * FROM internal.session_actor('x')",
                "SELECT internal.session_alive('x')",
                "SELECT role FROM users",
                "SELECT email_proven_at FROM users",
                "SELECT alternate_emails FROM users",
                "SELECT * FROM users",
                "SELECT linked_by FROM accounts",
                "SELECT issued_by FROM sessions",
                "SELECT public_id FROM sessions",
                "SELECT ip_address FROM sessions",
                "SELECT * FROM sessions",
                "SELECT email FROM profiles",
                "SELECT 1 FROM profiles",
                "SELECT 1 FROM notifications",
                "COPY internal.signing_key TO STDOUT",
                "SELECT query_to_xml('SELECT private_key FROM internal.signing_key', true, false, '')",
                "SELECT pg_read_file('postgresql.conf')",
                "SELECT rolpassword FROM pg_authid"
            })
    void isRefusedToBothTiers(String statement) {
        assertThat(ordinary.sql().refusal(statement).state()).isEqualTo("42501");
        assertThat(trusted.sql().refusal(statement).state()).isEqualTo("42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT session_token FROM sessions",
                "SELECT count(*) FROM sessions",
                "SELECT 1 FROM sessions WHERE session_token = 'x'",
                "SELECT email FROM users",
                "SELECT email_verified FROM users",
                "SELECT access_token FROM accounts",
                "SELECT token FROM verification_tokens",
                "CREATE TABLE stolen AS SELECT session_token FROM public.sessions",
                "SELECT public.touch_session('x')"
            })
    void isRefusedToAnybodysApp(String statement) {
        assertThat(ordinary.sql().refusal(statement).state()).isEqualTo("42501");
    }

    /** A view is read with its maker's rights, and may be made by anybody. */
    @Test
    void isNotOpenedByAView() {
        var sql = ordinary.sql();
        sql.run("CREATE VIEW peeping AS SELECT session_token FROM public.sessions");

        assertThat(sql.refusal("SELECT * FROM peeping").state()).isEqualTo("42501");
    }

    /** The planner's samples of a column's values are shown only to who may read the column. */
    @Test
    void isNotInTheStatistics() {
        new Seed().person("ana");
        TestDatabase.get().sql().run("ANALYZE sessions");

        var shown = "SELECT attname::text FROM pg_stats WHERE tablename = 'sessions'";

        assertThat(TestDatabase.get().sql().list(String.class, shown)).contains("session_token");
        assertThat(ordinary.sql().list(String.class, shown)).isEmpty();
    }
}
