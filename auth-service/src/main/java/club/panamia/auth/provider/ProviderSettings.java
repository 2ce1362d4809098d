package club.panamia.auth.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers that are switched on, by the id that people's accounts are kept under. Explained in docs/operations.md. */
@ConfigMapping(prefix = "pana.providers")
interface ProviderSettings {

    @WithParentName
    Map<String, One> byId();

    /** One provider. All values are read as text, so that a wrong one is refused by a line that names its property. */
    interface One {

        Optional<String> kind();

        Optional<String> label();

        Optional<String> server();

        Optional<String> clientId();

        Optional<String> clientSecret();

        Optional<String> clientSecretFile();

        Optional<String> trust();

        Optional<List<String>> scopes();

        Optional<String> teamId();

        Optional<String> keyId();
    }
}
