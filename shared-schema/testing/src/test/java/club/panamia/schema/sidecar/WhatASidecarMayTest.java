package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyTables.class)
class WhatASidecarMayTest {

    private final SidecarApp app = SidecarApp.ordinary();
    private final Sql sql = app.sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = new Seed().person("ana");
    }

    @AfterEach
    void close() {
        app.close();
    }

    /** The design's own text, with its unqualified names. */
    @Test
    void pointsToPeopleByRealForeignKeys() {
        sql.run("CREATE TABLE listings (id TEXT PRIMARY KEY, owner_id TEXT NOT NULL REFERENCES users(id))");
        sql.run("""
                CREATE TABLE bookings (
                  id         TEXT PRIMARY KEY,
                  owner_id   TEXT NOT NULL REFERENCES users(id),
                  sitter_id  TEXT NOT NULL REFERENCES users(id),
                  listing_id TEXT NOT NULL REFERENCES listings(id)
                )""");
        sql.run("INSERT INTO listings VALUES ('l1', ?)", ana.id());

        assertThat(sql.run("INSERT INTO bookings VALUES ('b1', ?, ?, 'l1')", ana.id(), ana.id()))
                .isEqualTo(1);
        assertThat(sql.refusal("INSERT INTO bookings VALUES ('b2', ?, 'nobody', 'l1')", ana.id())
                        .constraint())
                .isEqualTo("bookings_sitter_id_fkey");
        assertThat(sql.one(String.class, "SELECT screenname FROM users JOIN bookings ON sitter_id = users.id"))
                .isEqualTo("ana");
    }

    @Test
    void givesItsRowsOurIds() {
        sql.run("CREATE TABLE listings (id text PRIMARY KEY DEFAULT pana_id())");

        sql.run("INSERT INTO listings DEFAULT VALUES");

        assertThat(sql.one(String.class, "SELECT id FROM listings")).matches("p[a-z0-9]{23}");
    }

    @Test
    void learnsWhoHoldsATokenThatItWasShown() {
        assertThat(sql.rows("SELECT user_id, screenname FROM session_owner(?)", ana.sessionToken()))
                .singleElement()
                .hasToString("{user_id=%s, screenname=ana}".formatted(ana.id()));
    }
}
