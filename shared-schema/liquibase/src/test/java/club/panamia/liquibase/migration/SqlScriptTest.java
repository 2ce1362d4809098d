package club.panamia.liquibase.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void splitsWhereAStatementEndsAndNowhereElse() {
        var script = SqlScript.of("x.sql", """
                -- one; two
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $body$ SELECT 1; SELECT 2; $body$;
                INSERT INTO t VALUES ('a;b', 'it''s; fine', "q;");
                """, 1);

        assertThat(script.statements())
                .extracting(statement -> statement.sql().strip())
                .containsExactly(
                        "-- one; two\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $body$ SELECT 1; SELECT 2; $body$",
                        "INSERT INTO t VALUES ('a;b', 'it''s; fine', \"q;\")");
    }

    @Test
    void knowsTheLineOnWhichEachStatementBegins() {
        var script = SqlScript.of("x.sql", "SELECT 1;\n\n/* a\n comment */ SELECT 2;\nSELECT 3;", 10);

        assertThat(script.statements()).extracting(SqlScript.Statement::line).containsExactly(10, 10, 13);
    }

    @Test
    void leavesQuestionMarksAndBracesAlone() {
        var script = SqlScript.of("x.sql", "SELECT '{\"a\": 1}'::jsonb ? 'a', ARRAY[1] = '{1}';", 1);

        assertThat(script.statements())
                .extracting(SqlScript.Statement::sql)
                .containsExactly("SELECT '{\"a\": 1}'::jsonb ? 'a', ARRAY[1] = '{1}'");
    }
}
