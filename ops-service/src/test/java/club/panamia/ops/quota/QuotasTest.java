package club.panamia.ops.quota;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class QuotasTest {

    private static final String NAME = "brevo-contacts";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Quotas quotas;

    @Test
    void allowsOneCallWhileNothingIsKnown() {
        take();

        assertThatThrownBy(this::take).isInstanceOf(OutOfQuota.class);
    }

    @Test
    void leavesAFifth() {
        learn(200, "10", "6", "3600");

        assertThat(takenOf(10)).isEqualTo(4);
        assertThatThrownBy(this::take)
                .isInstanceOfSatisfying(
                        OutOfQuota.class,
                        out -> assertThat(out.until()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)));
    }

    @Test
    void countsCallsOfAllProcessesTogether() {
        learn(200, "100", "50", "3600");

        var taken = Race.of(40, i -> () -> takenOf(1)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(taken).isEqualTo(30);
    }

    @Test
    void allowsOneCallInANewWindowUntilItsAnswerIsHere() {
        learn(200, "10", "0", "3600");
        sql.run("UPDATE internal.provider_quota SET resets_at = now() - interval '1 second'");

        assertThat(takenOf(5)).isEqualTo(1);
        learn(200, "10", "9", "3600");
        assertThat(takenOf(10)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"200,10,9,60,10 9 60", "429,10,4,60,10 0 60", "429,,,,1 0 60", "200,10,12,999999,10 10 86400"})
    void believesWhatAnAnswerSays(int status, String most, String remaining, String reset, String known) {
        learn(status, most, remaining, reset);

        assertThat(
                        sql.one(
                                String.class,
                                "SELECT concat_ws(' ', most, remaining, round(extract(epoch FROM resets_at - now()))) FROM internal.provider_quota"))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({",,", "10,,60", "ten,9,60", "0,0,60", "-1,9,60"})
    void learnsNothingFromAnAnswerThatSaysNothing(String most, String remaining, String reset) {
        learn(200, most, remaining, reset);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.provider_quota"))
                .isZero();
    }

    @Test
    void showsAnAdministratorWhatIsLeft() {
        learn(200, "100", "60", "3600");

        as(new Seed().admin("Ada"))
                .get("/api/ops/quotas")
                .then()
                .statusCode(200)
                .body("name", contains(NAME))
                .body("[0].most", is(100))
                .body("[0].remaining", is(60));
    }

    private int takenOf(int tries) {
        var taken = 0;
        for (var i = 0; i < tries; i++) {
            taken += quotas.take(NAME)
                    .replaceWith(1)
                    .onFailure(OutOfQuota.class)
                    .recoverWithItem(0)
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }
        return taken;
    }

    private void take() {
        quotas.take(NAME).await().atMost(Duration.ofSeconds(10));
    }

    private void learn(int status, String most, String remaining, String reset) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        add(headers, "limit", most);
        add(headers, "remaining", remaining);
        add(headers, "reset", reset);
        quotas.learn(NAME, new GuardedAnswer(URI.create("https://api.example/"), status, headers, new byte[0]))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static void add(MultiMap headers, String name, String value) {
        if (value != null) {
            headers.add("X-Sib-Ratelimit-" + name, value);
        }
    }
}
