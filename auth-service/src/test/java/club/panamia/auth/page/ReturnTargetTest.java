package club.panamia.auth.page;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.request.AllowedOrigins;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReturnTargetTest {

    @Inject
    AllowedOrigins allowed;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/p/ana?x=1#top",
                "http://localhost:8080/account",
                "https://app.example.org",
                "https://app.example.org/pets?x=1",
                "https://app.example.org?x=1"
            })
    void leadsToOurselvesAndToAllowedOrigins(String wish) {
        assertThat(ReturnTarget.of(wish, allowed).url()).isEqualTo(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "\n//evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://evil.example",
                "https://evil.example/https://app.example.org",
                "https://app.example.org.evil.example/",
                "https://app.example.org:8443/",
                "https://app.example.org@evil.example/",
                "https://user:pw@app.example.org/",
                "https:app.example.org/",
                "https:///app.example.org/",
                "http://app.example.org/",
                "https://app.example.org\\@evil.example/",
                "https://evil.example\\.app.example.org/",
                "https://app.example.org%2eevil.example/",
                "/x\r\nSet-Cookie: a=b",
                "/ñ"
            })
    void leadsNowhereElse(String wish) {
        assertThat(ReturnTarget.of(wish, allowed).url()).isEqualTo("/");
    }

    @Test
    void leadsHomeWithoutAWishOrWithAnEndlessOne() {
        assertThat(ReturnTarget.of(null, allowed).url()).isEqualTo("/");
        assertThat(ReturnTarget.of("/" + "a".repeat(2000), allowed).url()).isEqualTo("/");
    }
}
