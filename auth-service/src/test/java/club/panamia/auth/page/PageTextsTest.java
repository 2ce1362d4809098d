package club.panamia.auth.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        var bundles = bundles();
        assertThat(bundles).contains("page");
        for (var bundle : bundles) {
            var english = texts(bundle + ".properties");
            var spanish = texts(bundle + "_es.properties");
            assertThat(spanish.keySet()).as(bundle).isEqualTo(english.keySet());
            assertThat(spanish.values())
                    .as(bundle)
                    .noneMatch(text -> text.toString().isBlank());
            english.forEach((key, text) ->
                    assertThat(spanish.get(key)).as("%s.%s", bundle, key).isNotEqualTo(text));
        }
    }

    private static List<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .toList();
        }
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
