package club.panamia.ops.captcha;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Which CAPTCHA guards the forms that strangers fill in. Every name stands in docs/operations.md. */
@ConfigMapping(prefix = "pana.captcha")
public interface CaptchaSettings {

    @WithDefault("none")
    CaptchaProvider provider();

    Optional<String> secret();

    /** Elsewhere than at the provider, for tests. */
    Optional<URI> verifyUrl();
}
