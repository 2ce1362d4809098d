package club.panamia.profile.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class GeocodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALLE_OCHO =
            "[{\"lat\": \"25.7655\", \"lon\": \"-80.2190\", \"display_name\": \"Miami\"}]";

    private final Sql sql = TestDatabase.get().sql();
    private final HttpStub server = new HttpStub();

    @Inject
    GuardedHttp http;

    @Inject
    RateLimits limits;

    @Inject
    Pool pool;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksOnceAndRemembers() {
        server.on("/search", 200, "application/json", CALLE_OCHO);

        assertThat(find("8 calle ocho, miami & more")).contains("25.7655000 -80.2190000");
        assertThat(find("8 calle ocho, miami & more")).contains("25.7655000 -80.2190000");

        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().path())
                .isEqualTo("/search?format=jsonv2&limit=1&q=8+calle+ocho%2C+miami+%26+more");
        assertThat(sql.one(String.class, "SELECT question FROM internal.geocode"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void asksAgainWhenTheAnswerIsOver() {
        server.on("/search", 200, "application/json", CALLE_OCHO);
        find("miami");
        sql.run("UPDATE internal.geocode SET expires_at = now(), lat = 1, lng = 1");

        assertThat(find("miami")).contains("25.7655000 -80.2190000");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void remembersThatThereIsNoSuchPlace() {
        server.on("/search", 200, "application/json", "[]");

        assertThat(find("atlantis")).isEmpty();
        assertThat(find("atlantis")).isEmpty();

        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | application/json | []",
                "200 | text/html        | <html>",
                "200 | application/json | {}",
                "200 | application/json | [7]",
                "200 | application/json | [{\"lat\": \"NaN\", \"lon\": \"0\"}]",
                "200 | application/json | [{\"lat\": \"91\", \"lon\": \"0\"}]",
                "200 | application/json | [{\"lat\": 25.7, \"lon\": {}}]"
            })
    void remembersNoNonsense(int status, String type, String body) {
        server.on("/search", status, type, body);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> find("miami"))
                .matches(problem -> problem.type() == GeocodeProblem.GEOCODER_SILENT);
        assertThat(sql.list(String.class, "SELECT question FROM internal.geocode"))
                .isEmpty();
    }

    @Test
    void asksNoMoreThanTheProviderAllows() {
        server.on("/search", 200, "application/json", CALLE_OCHO);

        find("one");
        find("two");
        find("three");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> find("four"))
                .matches(problem -> problem.type().status() == 429);
        assertThat(find("one")).isPresent();
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void keepsOneAnswerWhenManyAskAtOnce() {
        server.on("/search", 200, "application/json", CALLE_OCHO);

        var found = Race.of(3, runner -> (Callable<Optional<String>>) () -> find("miami"));

        assertThat(found).containsOnly(Optional.of("25.7655000 -80.2190000"));
        assertThat(sql.list(String.class, "SELECT question FROM internal.geocode"))
                .hasSize(1);
    }

    @Test
    void forgetsWhatIsOverAndTheOldestBeyondItsBound() {
        sql.run("""
            INSERT INTO internal.geocode (question, expires_at)
            SELECT lpad(n::text, 64, '0'), now() + (n - 2) * interval '1 hour' FROM generate_series(1, 9) n""");

        assertThat(geocodes().forget(3).await().atMost(PATIENCE)).isEqualTo(6);

        assertThat(sql.list(Integer.class, "SELECT question::int FROM internal.geocode ORDER BY 1"))
                .containsExactly(7, 8, 9);
    }

    private Optional<String> find(String address) {
        return geocodes().find(address).await().atMost(PATIENCE).map(place -> place.lat() + " " + place.lng());
    }

    private Geocodes geocodes() {
        var settings = new Local();
        return new Geocodes(new Nominatim(settings, http, limits), settings, pool);
    }

    private final class Local implements GeocodeSettings {

        @Override
        public Optional<URI> url() {
            return Optional.of(URI.create(server.url("")));
        }

        @Override
        public int perMinute() {
            return 3;
        }

        @Override
        public Duration remembered() {
            return Duration.ofDays(1);
        }
    }
}
