package club.panamia.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Announces a body and sends none of it: a refusal must not wait for what it refuses. */
@QuarkusTest
class LargeBodiesTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final int PATIENCE_MILLIS = 5000;

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/profiles/me, " + (MEBIBYTE + 1),
        "POST, /api/profiles, 999999999999",
        "PUT, /api/profiles/me/images/../../me, " + (MEBIBYTE + 1),
        "PUT, /api/profiles/me/images/primary, " + (10 * MEBIBYTE + 1),
        "PUT, /api/profiles/imports/spring, " + (10 * MEBIBYTE + 1)
    })
    void areRefusedBeforeTheyAreSent(String method, String path, long length) throws IOException {
        assertThat(answer(method, path, length))
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("/problems/too-large");
    }

    private static String answer(String method, String path, long length) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("""
                %s %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: image/png\r
                Content-Length: %d\r
                \r
                """.formatted(method, path, length).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
