package club.panamia.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {

    @Test
    void readsBothSchemesAndThePercentEncodedPassword() {
        var url = PostgresUrl.parse("POSTGRES_URL", "postgresql://pana_auth:p%40ss%2Fw%3Ard+1@db.internal:6432/pana");

        assertThat(url).isEqualTo(new PostgresUrl("db.internal", 6432, "pana", "pana_auth", "p@ss/w:rd+1", null));
        assertThat(PostgresUrl.parse("POSTGRES_URL", "postgres://u@h/d"))
                .isEqualTo(new PostgresUrl("h", 5432, "d", "u", "", null));
    }

    @Test
    void carriesSslModeToBothDrivers() {
        var url = PostgresUrl.parse("POSTGRES_URL", "postgres://u:p@h/d?application_name=x&sslmode=verify-full");

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://h:5432/d?sslmode=verify-full");
        assertThat(url.reactive()).isEqualTo("vertx-reactive:postgresql://h:5432/d?sslmode=verify-full");
    }

    @Test
    void writesWhatItReads() {
        var url = new PostgresUrl("h", 5432, "d b", "u@x", "a:b/c d+e%f", "require");

        assertThat(PostgresUrl.parse("X", url.text())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "mysql://u:hunter2@h/d",
                "postgres://h/hunter2",
                "postgres://u:hunter2@h",
                "postgres://u:hunter2@h/",
                "postgres://u:hunter2@h/a/b",
                "postgres://u:hunt er2@h/d",
                "postgres://:hunter2@h/d",
                "postgres://u:hunter2@h/d?sslmode=maybe"
            })
    void refusesWhatIsNoAddressInOneLineWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> PostgresUrl.parse("POSTGRES_URL", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("POSTGRES_URL cannot be used: ")
                .message()
                .doesNotContain("hunter2")
                .doesNotContain("\n");
    }

    @Test
    void showsNoPasswordInItsText() {
        assertThat(new PostgresUrl("h", 5432, "d", "u", "hunter2", null).toString())
                .doesNotContain("hunter2");
    }
}
