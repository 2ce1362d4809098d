package club.panamia.docs.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedApiTest {

    private final String text = new PublishedApi().text();

    @Test
    void isTheOneThatIsCommitted() throws IOException {
        var generated = Path.of("target", "pana.yaml");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, text);

        assertThat(Checkout.text(PublishedApi.FILE).equals(text))
                .as(
                        "%s is not what the services' APIs are together: bin/accept-api --all takes it over",
                        PublishedApi.FILE)
                .isTrue();
    }

    @Test
    void leadsEveryReferenceToASchemaThatIsThere() throws IOException {
        var api = new YAMLMapper().readTree(text);

        assertThat(references(api, new ArrayList<>()))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    /** A mentoring session is no sign-in session. */
    @Test
    void keepsApartWhatServicesMeanByOneName() throws IOException {
        var schemas = new YAMLMapper().readTree(text).path("components").path("schemas");

        assertThat(schemas.has("SessionView")).isFalse();
        assertThat(schemas.path("AuthSessionView").path("properties").has("user"))
                .isTrue();
        assertThat(schemas.has("MentoringSessionView")).isTrue();
        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.at("/PageSessionView/properties/items/items/$ref").asText())
                .isEqualTo("#/components/schemas/MentoringSessionView");
    }

    private static List<String> references(JsonNode node, List<String> found) {
        if (node.path("$ref").isTextual()) {
            found.add(node.path("$ref").asText());
        }
        node.forEach(child -> references(child, found));
        return found;
    }
}
