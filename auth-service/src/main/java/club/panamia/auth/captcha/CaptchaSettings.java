package club.panamia.auth.captcha;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Which CAPTCHA guards asking for a link. Every name stands in docs/operations.md. */
@ConfigMapping(prefix = "pana.captcha")
public interface CaptchaSettings {

    @WithDefault("none")
    CaptchaProvider provider();

    /** Public: the page shows it. */
    Optional<String> siteKey();

    Optional<String> secret();

    /** Elsewhere than at the provider, for tests. */
    Optional<URI> verifyUrl();
}
