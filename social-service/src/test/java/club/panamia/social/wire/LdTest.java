package club.panamia.social.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Follow\",\"id\":\"f\",\"object\":\"a\",\"content\":\"Hola\"}",
                "{\"type\":[\"Follow\"],\"id\":\"f\",\"object\":[\"a\"],\"content\":[\"Hola\"]}",
                "{\"@type\":\"as:Follow\",\"@id\":\"f\",\"as:object\":{\"@id\":\"a\"},\"as:content\":{\"@value\":\"Hola\"}}",
                "{\"@type\":[\"https://www.w3.org/ns/activitystreams#Follow\"],\"id\":\"f\",\"https://www.w3.org/ns/activitystreams#object\":[{\"id\":\"a\",\"type\":\"Person\"}],\"contentMap\":{\"es\":\"Hola\"}}",
                "{\"type\":[\"Follow\",\"Other\"],\"id\":\"f\",\"object\":[{\"href\":\"a\"},{\"id\":\"b\"}],\"contentMap\":{\"es\":[\"Hola\"]}}"
            })
    void readsTheSameInWhateverForm(String json) {
        var thing = new JsonObject(json);

        assertThat(Ld.type(thing)).isEqualTo("Follow");
        assertThat(Ld.id(thing)).isEqualTo("f");
        assertThat(Ld.ref(thing, "object")).isEqualTo("a");
        assertThat(Ld.text(thing, "content")).isEqualTo("Hola");
        assertThat(Ld.refs(thing, "to")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "{\"a\":}", "\"x\"", "{\"a\":1}x"})
    void findsNoObjectWhereThereIsNone(String json) {
        assertThat(ForeignJson.parse(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void goesOnlySoDeep() {
        var deep = "[".repeat(31) + "]".repeat(31);
        var quoted = "{\"a\":\"" + "[{\\\"".repeat(100) + "\"}";

        assertThat(ForeignJson.parse("{\"a\":%s}".formatted(deep).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(ForeignJson.parse("{\"a\":[%s]}".formatted(deep).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(ForeignJson.parse(quoted.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"a\\u0000b, ab", "a\\\\u0000b, a\\u0000b", "\\\\\\u0000b, \\b", "\\u0000\\u0000, ''"})
    void readsNoNulAndLeavesWhatOnlyLooksLikeOne(String written, String read) {
        var json = "{\"a\":\"%s\"}".formatted(written).getBytes(StandardCharsets.UTF_8);

        assertThat(ForeignJson.parse(json).orElseThrow().getString("a")).isEqualTo(read);
    }

    @Test
    void knowsServersByTheirHostAndPort() {
        assertThat(Host.isSame("https://A.example/x", "https://a.example:443/y"))
                .isTrue();
        assertThat(Host.isSame("https://a.example/x", "https://a.example:444/y"))
                .isFalse();
        assertThat(Host.isSame("nonsense", "nonsense")).isFalse();
        assertThat(Host.of("https://me@a.example/")).isEmpty();
        assertThat(Host.of("javascript:alert(1)")).isEmpty();
    }
}
