package club.panamia.mentoring.busycalendar;

import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.busycalendar.OtherServer.SECRET;
import static club.panamia.mentoring.busycalendar.OtherServer.calendar;
import static club.panamia.mentoring.busycalendar.OtherServer.give;
import static club.panamia.mentoring.busycalendar.OtherServer.run;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.HttpStub.respond;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.mentoring.MovableClock;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReadBusyCalendarsTest {

    private static final String PATH = "/api/mentoring/busy-calendar";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final HttpStub server = new HttpStub();

    @Inject
    ReadBusyCalendars job;

    @Inject
    MovableClock clock;

    private Person ana;

    @BeforeEach
    void somebody() {
        ana = seed.person("Ana");
    }

    @AfterEach
    void stop() {
        server.close();
        clock.reset();
    }

    @Test
    void asksAgainAfterHalfAnHourWithWhatItKnows() {
        server.on("/", exchange -> {
            var known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            if (known) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                respond(exchange, 200, "text/calendar", calendar(at("10:00"), at("11:00")));
            }
        });
        give(ana, server).then().statusCode(200);

        assertThat(run(job)).isEqualTo(1);
        clock.pass(Duration.ofMinutes(29));
        assertThat(run(job)).isZero();
        clock.pass(Duration.ofMinutes(2));
        assertThat(run(job)).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        assertThat(run(job)).isEqualTo(1);

        assertThat(server.asked())
                .extracting(asked -> asked.headers().get("If-none-match"))
                .containsExactly(null, List.of("\"v1\""), null);
        as(ana).get(PATH).then().body("busyTimes", is(1)).body("readAt", notNullValue());
    }

    @Test
    void asksByTheDateWhereThereIsNoTag() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT");
            respond(exchange, 200, "text/calendar", calendar(at("10:00"), at("11:00")));
        });
        give(ana, server).then().statusCode(200);

        run(job);
        clock.pass(Duration.ofMinutes(31));
        run(job);

        assertThat(server.asked())
                .extracting(asked -> asked.headers().get("If-modified-since"))
                .containsExactly(null, List.of("Mon, 02 Nov 2026 10:00:00 GMT"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, text/html, Gone, not-found",
        "410, text/html, Gone, not-found",
        "401, text/html, Who are you, not-allowed",
        "500, text/html, Sorry, unreachable",
        "200, text/html, <html>Sign in</html>, no-calendar"
    })
    void tellsTheOwnerWhyItFails(int status, String type, String body, String fault) {
        server.on("/", status, type, body);
        give(ana, server).then().statusCode(200);

        assertThat(run(job)).isEqualTo(1);

        as(ana).get(PATH).then().statusCode(200).body("fault", is(fault));
    }

    @Test
    void takesNoFileThatIsTooLargeAndFollowsNobodyAround() {
        server.on("/large", 200, "text/calendar", "BEGIN:VCALENDAR\r\n" + "X-A:1\r\n".repeat(400_000));
        server.on("/around", exchange -> {
            exchange.getResponseHeaders().set("Location", "/around");
            exchange.sendResponseHeaders(302, -1);
        });
        give(ana, server.url("/large")).then().statusCode(200);
        run(job);
        as(ana).get(PATH).then().body("fault", is("too-large"));

        give(ana, server.url("/around")).then().statusCode(200);
        run(job);
        as(ana).get(PATH).then().body("fault", is("bad-address"));

        give(ana, "http://10.0.0.1/private.ics").then().statusCode(200);
        run(job);
        as(ana).get(PATH).then().body("fault", is("bad-address"));
    }

    @Test
    void keepsWhatItKnewAndAsksLessAndLessOftenWhileItFails() {
        var down = new boolean[] {false};
        server.on(
                "/",
                exchange ->
                        respond(exchange, down[0] ? 503 : 200, "text/calendar", calendar(at("10:00"), at("11:00"))));
        give(ana, server).then().statusCode(200);
        run(job);
        down[0] = true;

        for (var minutes : List.of(30, 30, 60, 120, 240, 480, 960, 1440, 1440)) {
            clock.pass(Duration.ofMinutes(minutes - 1));
            assertThat(run(job)).as("before %s minutes", minutes).isZero();
            clock.pass(Duration.ofMinutes(1).plusSeconds(5));
            assertThat(run(job)).as("after %s minutes", minutes).isEqualTo(1);
        }

        as(ana).get(PATH).then().body("fault", is("unreachable")).body("busyTimes", is(1));
        down[0] = false;
        clock.pass(Duration.ofDays(1).plusSeconds(5));
        run(job);
        assertThat(sql.one(Integer.class, "SELECT failures FROM internal.busy_calendar"))
                .isZero();
    }

    @Test
    void forgetsWhatACalendarSaidThatWasReplacedMeanwhile() {
        server.on(SECRET, exchange -> {
            give(ana, server.url("/other")).then().statusCode(200);
            respond(exchange, 200, "text/calendar", calendar(at("10:00"), at("11:00")));
        });
        server.on("/other", 404, "text/plain", "");
        give(ana, server).then().statusCode(200);

        run(job);

        as(ana).get(PATH).then().body("busyTimes", is(0));
        assertThat(run(job)).as("the other one is due").isEqualTo(1);
    }

    @Test
    void asksOnceWhereverItRuns() {
        server.on("/", 200, "text/calendar", calendar(at("10:00"), at("11:00")));
        give(ana, server).then().statusCode(200);
        give(seed.person("Ben"), server).then().statusCode(200);

        var done = Race.of(4, i -> () -> run(job));

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(server.asked()).hasSize(2);
    }
}
