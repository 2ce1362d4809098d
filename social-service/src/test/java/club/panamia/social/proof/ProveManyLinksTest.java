package club.panamia.social.proof;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProveManyLinksTest extends Provable {

    @Inject
    ProvenLinks links;

    @Inject
    AskPage page;

    @Test
    void isNotHeldUpByAServerThatDoesNotAnswer() {
        var held = new CountDownLatch(1);
        try (var slow = new HttpStub()) {
            slow.on("/", exchange -> await(held));
            site.on("/hers", 200, "text/html", linkBack());
            names(slow.url("/1"), slow.url("/2"), slow.url("/3"), site.url("/hers"));
            assertThat(proven()).isEmpty();

            var round = begin(proveLinks);
            eventually("the other one is proven", Duration.ofSeconds(5), () -> proven().size() == 1);

            assertThat(round).isNotDone();
            assertThat(slow.asked()).hasSize(1);
            held.countDown();
            round.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private static void await(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asksOnceHoweverManyProcessesLook() {
        site.on("/", 200, "text/html", linkBack());
        var others = IntStream.range(0, 5)
                .mapToObj(n -> new HttpStub().on("/", 200, "text/html", linkBack()))
                .toList();
        names(others.stream().map(other -> other.url("/hers")).toArray(String[]::new));
        proven();

        var processes = IntStream.range(0, 4)
                .mapToObj(n -> begin(new ProveLinks(links, page)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(processes).orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(proven()).hasSize(5);
        assertThat(others).allSatisfy(other -> assertThat(other.asked()).hasSize(1));
        others.forEach(HttpStub::close);
    }
}
