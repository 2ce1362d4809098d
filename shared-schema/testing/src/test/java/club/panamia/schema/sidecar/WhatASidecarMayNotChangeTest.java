package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatASidecarMayNotChangeTest {

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
                "ALTER TABLE public.users ADD COLUMN mine text",
                "ALTER TABLE public.users DISABLE TRIGGER ALL",
                "ALTER TABLE public.users OWNER TO CURRENT_USER",
                "ALTER TYPE public.account_type ADD VALUE 'mine'",
                "DROP TABLE public.users CASCADE",
                "DROP FUNCTION public.session_owner(text)",
                "DROP SCHEMA internal CASCADE",
                "TRUNCATE public.users",
                "DELETE FROM public.users",
                "CREATE TABLE public.mine (id text)",
                "CREATE VIEW public.mine AS SELECT 1",
                "CREATE TABLE internal.mine (id text)",
                "CREATE SCHEMA mine",
                "CREATE TEMP TABLE mine (id text)",
                "CREATE EXTENSION hstore",
                "CREATE PUBLICATION mine",
                "CREATE INDEX ON public.users (name)",
                "CREATE RULE mine AS ON UPDATE TO public.users DO INSTEAD NOTHING",
                "CREATE POLICY mine ON public.users USING (true)",
                "CREATE TABLE mine () INHERITS (public.users)",
                "CREATE TABLE mine (token text REFERENCES public.sessions)",
                "CREATE TABLE mine (email text REFERENCES public.profiles)",
                "CREATE STATISTICS mine ON id, name FROM public.users",
                "COMMENT ON TABLE public.users IS 'mine'",
                "UPDATE internal.databasechangelog SET md5sum = NULL",
                "INSERT INTO internal.event (type, payload) VALUES ('a.b.c', '{}')",
                "SELECT internal.erase_user('x')",
                "SELECT internal.end_stale_sidecars('0')",
                "SELECT internal.end_blocking_sidecars('0')",
                "SET ROLE pana_owner",
                "SET ROLE pana_auth",
                "SET ROLE pana_eraser",
                "SET SESSION AUTHORIZATION pana_auth",
                "SET session_replication_role = replica",
                "GRANT pana_owner TO CURRENT_USER",
                "ALTER ROLE CURRENT_USER CREATEROLE",
                "ALTER ROLE CURRENT_USER CONNECTION LIMIT 1000",
                "ALTER ROLE pana_auth PASSWORD 'mine'",
                "ALTER DEFAULT PRIVILEGES FOR ROLE pana_owner GRANT ALL ON TABLES TO CURRENT_USER",
                "ALTER SYSTEM SET log_statement = 'none'"
            })
    void isRefusedToBothTiers(String statement) {
        assertThat(ordinary.sql().refusal(statement).state()).isEqualTo("42501");
        assertThat(trusted.sql().refusal(statement).state()).isEqualTo("42501");
    }

    /**
     * A foreign key is checked as the owner of the table it points to; the cast of a column's own type is part of the check. So
     * who can write functions and hold keys to users can act as our owner.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION mine() RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                "CREATE FUNCTION mine() RETURNS text LANGUAGE sql RETURN '1'",
                "CREATE PROCEDURE mine() LANGUAGE sql AS 'SELECT 1'",
                "DO 'BEGIN END'"
            })
    void bringsNoCode(String statement) {
        assumeTrue(
                new Sql(TestDatabase.get().asAdmin(), null)
                        .one(
                                Boolean.class,
                                "SELECT pg_has_role(lanowner, 'USAGE') FROM pg_language WHERE lanname = 'sql'"),
                "a host that keeps its languages to itself");

        assertThat(ordinary.sql().refusal(statement).state()).isEqualTo("42501");
        assertThat(trusted.sql().refusal(statement).state()).isEqualTo("42501");
    }
}
