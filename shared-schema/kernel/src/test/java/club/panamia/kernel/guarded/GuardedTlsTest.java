package club.panamia.kernel.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.guarded.Refused.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedTlsTest {

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private static Path folder;

    private static PfxOptions certificate;
    private static int port;

    @BeforeAll
    static void startAServerNamedPeerExample() throws Exception {
        var file = folder.resolve("peer.p12").toString();
        var made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "peer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=peer.example",
                        "-ext",
                        "SAN=dns:peer.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file,
                        "-storepass",
                        "changeit",
                        "-validity",
                        "2"))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        certificate = new PfxOptions().setPath(file).setPassword("changeit");
        port = VERTX.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate))
                .requestHandler(request -> request.response().end("hola"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @AfterAll
    static void closeVertx() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void looksForTheNameInTheCertificateAlthoughItConnectsToAnAddress() {
        var trusting = client(new HttpClientOptions().setTrustOptions(certificate));

        assertThat(Guarded.answer(trusting, call("peer.example")).text()).isEqualTo("hola");
        assertThat(refusal(trusting, "other.example")).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void refusesACertificateThatNobodyTrustedVouchesFor() {
        assertThat(refusal(client(new HttpClientOptions()), "peer.example")).isEqualTo(Reason.UNREACHABLE);
    }

    private static GuardedHttp client(HttpClientOptions options) {
        return new GuardedHttp(VERTX, Guarded.answering("127.0.0.1"), Guarded.onOneMachine(), options);
    }

    private static Reason refusal(GuardedHttp http, String host) {
        return catchThrowableOfType(Refused.class, () -> Guarded.answer(http, call(host)))
                .reason();
    }

    private static GuardedCall call(String host) {
        return GuardedCall.get(URI.create("https://" + host + ":" + port + "/"));
    }
}
