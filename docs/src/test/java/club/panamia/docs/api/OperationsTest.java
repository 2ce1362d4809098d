package club.panamia.docs.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final Map<String, JsonNode> OPERATIONS = operations();

    @Test
    void haveAnIdOfTheirOwnAndASummary() {
        var seen = new HashMap<String, String>();

        assertThat(OPERATIONS).isNotEmpty().allSatisfy((place, operation) -> {
            assertThat(operation.path("summary").asText())
                    .as("summary of " + place)
                    .isNotBlank();
            var id = operation.path("operationId").asText();
            assertThat(id).as("operationId of " + place).matches("[a-z][A-Za-z0-9]+");
            assertThat(seen.put(id, place))
                    .as("whose id '%s' has %s, too", id, place)
                    .isNull();
        });
    }

    /** Only what takes nothing and is open to everybody has no way to go wrong. */
    @Test
    void sayHowTheyRefuse() {
        var silent = OPERATIONS.entrySet().stream()
                .filter(entry -> !entry.getValue().path("parameters").isEmpty()
                        || entry.getValue().has("requestBody"))
                .filter(entry -> refusals(entry.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(silent).as("operations that name no 4xx answer").isEmpty();
    }

    private static List<String> refusals(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("4"))
                .toList();
    }

    private static Map<String, JsonNode> operations() {
        var found = new TreeMap<String, JsonNode>();
        for (var file :
                Checkout.files(name -> name.matches("docs/api/[a-z]+\\.yaml") && !PublishedApi.FILE.equals(name))) {
            read(file)
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(verb -> found.put(
                                    "%s %s (%s)"
                                            .formatted(verb.getKey().toUpperCase(), path.getKey(), Checkout.name(file)),
                                    verb.getValue())));
        }
        return found;
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
