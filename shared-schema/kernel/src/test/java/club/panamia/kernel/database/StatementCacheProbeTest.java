package club.panamia.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementCacheProbeTest {

    @Inject
    StatementCacheProbe probe;

    @Test
    void findsNothingMixedUpWithoutAPooler() {
        assertThatCode(() -> probe.crossed().await().atMost(Duration.ofSeconds(10)))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsAMixUpFromAPoolerWithoutItsDatabase() {
        assertThat(isMixedUp("26000", "prepared statement \"S_1\" does not exist"))
                .isTrue();
        assertThat(isMixedUp("42P05", "prepared statement \"S_1\" already exists"))
                .isTrue();
        assertThat(isMixedUp("08P01", "bind message has 2 result formats but query has 1 columns"))
                .isTrue();
        assertThat(isMixedUp("08P01", "query_wait_timeout")).isFalse();
        assertThat(isMixedUp("08P01", "server login has been failing, try again later (server_login_retry)"))
                .isFalse();
        assertThat(isMixedUp("57P03", "the database system is starting up")).isFalse();
    }

    private static boolean isMixedUp(String state, String message) {
        return StatementCacheProbe.isMixedUp(new PgException(message, "FATAL", state, null));
    }
}
