package club.panamia.social.live;

import static club.panamia.testing.Eventually.eventually;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many come at once to listen, as they do when a process has ended. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class CrowdAtTheDoorTest {

    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Seed seed = new Seed();
    private final List<Stream<String>> open = new ArrayList<>();

    @Inject
    Listeners listeners;

    @AfterEach
    void nobodyListens() {
        open.forEach(Stream::close);
        eventually("nobody listens any more", PATIENCE, () -> listeners.people().length == 0);
    }

    @Test
    void isLetInOneAfterTheOtherAndTheOthersAreToldWhenToComeAgain() {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> seed.person("listener-" + i))
                .toList();

        var coming = people.stream().map(CrowdAtTheDoorTest::come).toList();
        var words = coming.stream().map(this::firstWord).toList();

        var letIn = words.stream().filter(word -> word.contains("ping")).toList();
        var sentAway = words.stream().filter(word -> !word.contains("ping")).toList();
        assertThat(letIn)
                .hasSizeGreaterThanOrEqualTo(AT_ONCE)
                .allMatch(word -> word.matches(":\\s?ping;retry:\\s?[1-4][0-9]{3}"));
        assertThat(sentAway).isNotEmpty().allMatch(word -> word.matches(": many come at once;retry: [0-9]{4,5}"));
        eventually(
                "whoever was sent away is let in",
                PATIENCE,
                () -> firstWord(come(people.get(words.indexOf(sentAway.getFirst()))))
                        .contains("ping"));
    }

    private static CompletableFuture<HttpResponse<Stream<String>>> come(Person person) {
        var url = "http://localhost:" + RestAssured.port + "/api/social/timelines/stream";
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/event-stream")
                .header("Cookie", Callers.COOKIE + "=" + person.sessionToken());
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    /** All its lines, with semicolons between them. */
    private String firstWord(CompletableFuture<HttpResponse<Stream<String>>> coming) {
        var answer = coming.join();
        open.add(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().takeWhile(line -> !line.isEmpty()).collect(joining(";"));
    }
}
