package club.panamia.kernel.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.guarded.Refused.Reason;
import club.panamia.testing.http.HttpStub;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server sends a call on, and where a name leads to another time. */
class GuardedRedirectTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String ACTIVITY = "application/activity+json";
    private final HttpStub remote = new HttpStub();
    private final GuardedHttp http = Guarded.http(VERTX, Guarded.onOneMachine());

    @AfterEach
    void closeRemote() {
        remote.close();
    }

    @AfterAll
    static void closeVertx() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        redirect("/1", "/2");
        redirect("/2", remote.url("/3"));
        redirect("/3", "4");
        remote.on("/4", 200, "text/plain", "here");
        redirect("/0", "/1");

        var answer = Guarded.answer(http, GuardedCall.get(url("/1")));

        assertThat(answer.text()).isEqualTo("here");
        assertThat(answer.uri()).isEqualTo(url("/4"));
        assertThat(refusal(GuardedCall.get(url("/0")))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:10.0.0.1]/",
                "http://[fd00::1]/"
            })
    void doesNotFollowARedirectIntoAPrivateNetwork(String location) {
        redirect("/in", location);

        assertThat(refusal(GuardedCall.get(url("/in")))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://localhost/",
                "file:///etc/passwd",
                "http://ana:secret@localhost:8081/",
                "http:// /",
                "mailto:a@b.c"
            })
    void doesNotFollowARedirectToWhatIsNoWebAddress(String location) {
        redirect("/in", location);

        assertThat(refusal(GuardedCall.get(url("/in")))).isEqualTo(Reason.BAD_URL);
    }

    @Test
    void showsAnotherServerNothingThatWasMeantForTheFirst() {
        try (var other = new HttpStub()) {
            other.on("/", 200, "text/plain", "hola");
            redirect("/away", other.url("/"));
            redirect("/stay", "/");
            remote.on("/", 200, "text/plain", "hola");
            var call = GuardedCall.get(url("/away"))
                    .header("Authorization", "Bearer x")
                    .header("Accept", "text/plain");

            Guarded.answer(http, call);
            Guarded.answer(http, call.redirectedTo(url("/stay")));

            assertThat(other.asked().getFirst().headers()).containsKey("Accept").doesNotContainKey("Authorization");
            assertThat(remote.asked().getLast().headers()).containsKey("Authorization");
        }
    }

    @Test
    void signsAnewForEachPlaceThatItIsSentTo() {
        try (var other = new HttpStub()) {
            other.on("/", 200, "text/plain", "hola");
            redirect("/away", "/next");
            redirect("/next", other.url("/"));
            var call = GuardedCall.get(url("/away"))
                    .header("Authorization", "Bearer x")
                    .signed(uri -> Uni.createFrom().item(Map.of("Signature", "of " + uri)));

            Guarded.answer(http, call);

            assertThat(remote.asked())
                    .extracting(asked -> asked.headers().get("Signature").getFirst())
                    .containsExactly("of " + url("/away"), "of " + url("/next"));
            assertThat(other.asked().getFirst().headers())
                    .containsEntry("Signature", List.of("of " + other.url("/")))
                    .doesNotContainKey("Authorization");
        }
    }

    @Test
    void doesNotRepeatAPostElsewhere() {
        remote.on("/inbox", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });

        var answer = Guarded.answer(http, GuardedCall.post(url("/inbox"), ACTIVITY, new byte[0]));

        assertThat(answer.status()).isEqualTo(307);
        assertThat(remote.asked()).hasSize(1);
    }

    @Test
    void connectsToTheAddressThatItCheckedAndAsksForNoOther() {
        remote.on("/", 200, "text/plain", "hola");
        var lookUps = Guarded.answering("127.0.0.1", "10.0.0.1");
        var rebinding = new GuardedHttp(VERTX, lookUps, Guarded.onOneMachine(), new HttpClientOptions());
        var call = GuardedCall.get(URI.create("http://rebinding.example:" + remote.port() + "/"));

        assertThat(Guarded.answer(rebinding, call).text()).isEqualTo("hola");
        assertThat(remote.asked().getFirst().headers().get("Host"))
                .containsExactly("rebinding.example:" + remote.port());

        var second = catchThrowableOfType(Refused.class, () -> Guarded.answer(rebinding, call));
        assertThat(second.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(remote.asked()).hasSize(1);
    }

    @Test
    void checksTheAddressAnewForEachRedirect() {
        redirect("/", "/again");
        var lookUps = Guarded.answering("127.0.0.1", "192.168.0.1");
        var rebinding = new GuardedHttp(VERTX, lookUps, Guarded.onOneMachine(), new HttpClientOptions());

        var refused = catchThrowableOfType(
                Refused.class,
                () -> Guarded.answer(
                        rebinding, GuardedCall.get(URI.create("http://rebinding.example:" + remote.port() + "/"))));

        assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(remote.asked()).hasSize(1);
    }

    private URI url(String path) {
        return URI.create(remote.url(path));
    }

    private Reason refusal(GuardedCall call) {
        return catchThrowableOfType(Refused.class, () -> Guarded.answer(http, call))
                .reason();
    }

    private void redirect(String from, String to) {
        remote.on(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }
}
