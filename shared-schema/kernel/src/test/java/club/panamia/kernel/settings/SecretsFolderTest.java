package club.panamia.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFolderTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void mount() throws IOException {
        Files.writeString(folder.resolve("AUTH_SECRET"), "mounted\n");
        environment.put("SECRETS_FOLDER", folder.toString());
    }

    @Test
    void aMountedSecretWinsOverTheVariable() {
        environment.put("AUTH_SECRET", "variable");

        assertThat(secret("AUTH_SECRET")).contains("mounted");
    }

    @Test
    void aNamedFileWinsOverTheFolder() throws IOException {
        var named = Files.writeString(folder.resolve("elsewhere"), "named");
        environment.put("AUTH_SECRET_FILE", named.toString());

        assertThat(secret("AUTH_SECRET")).contains("named");
    }

    @Test
    void whatDoesNotLieThereIsAskedOfTheVariable() {
        environment.put("SMTP_PASSWORD", "variable");

        assertThat(secret("SMTP_PASSWORD")).contains("variable");
        assertThat(secret("PANA_ENCRYPTION_KEYS")).isEmpty();
    }

    private Optional<String> secret(String name) {
        return HouseConfig.valueOrFile(setting -> Optional.ofNullable(environment.get(setting)), name);
    }
}
