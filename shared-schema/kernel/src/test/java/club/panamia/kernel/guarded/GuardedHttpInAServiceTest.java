package club.panamia.kernel.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.guarded.Refused.Reason;
import club.panamia.kernel.house.Calls;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuardedHttpInAServiceTest {

    @Inject
    GuardedHttp http;

    @Inject
    Vertx vertx;

    @Test
    void isStrictUnlessConfiguredOtherwise() {
        assertThat(refusal("http://mastodon.social/")).isEqualTo(Reason.BAD_URL);
        assertThat(refusal("https://localhost/")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(refusal("https://127.0.0.1/")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(refusal("https://2130706433/")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @Test
    void goesOnWhereItsCallerWasAlsoAfterATimeout() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var open = Guarded.http(vertx, Guarded.onOneMachine());
            var call = GuardedCall.get(URI.create("http://localhost:" + silent.getLocalPort() + "/"))
                    .within(Duration.ofMillis(300));

            var same = Calls.await(() -> {
                var before = Vertx.currentContext();
                return open.send(call)
                        .map(answer -> Reason.UNREACHABLE)
                        .onFailure(Refused.class)
                        .recoverWithItem(failure -> ((Refused) failure).reason())
                        .map(reason -> reason == Reason.TOO_SLOW && isHere(before));
            });

            assertThat(same).isTrue();
        }
    }

    private static boolean isHere(Context before) {
        return Vertx.currentContext() == before && Context.isOnEventLoopThread();
    }

    private Reason refusal(String url) {
        return catchThrowableOfType(Refused.class, () -> Calls.await(() -> http.send(GuardedCall.get(URI.create(url)))))
                .reason();
    }
}
