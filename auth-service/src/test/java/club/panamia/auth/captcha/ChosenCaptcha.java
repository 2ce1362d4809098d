package club.panamia.auth.captcha;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** The configuration that a test chose; without a choice, none is asked for. */
@Alternative
@Priority(1)
@Singleton
class ChosenCaptcha implements CaptchaSettings {

    private volatile CaptchaProvider provider = CaptchaProvider.NONE;
    private volatile Optional<URI> verifyUrl = Optional.empty();

    void choose(CaptchaProvider chosen, String url) {
        provider = chosen;
        verifyUrl = Optional.of(URI.create(url));
    }

    void none() {
        provider = CaptchaProvider.NONE;
    }

    @Override
    public CaptchaProvider provider() {
        return provider;
    }

    @Override
    public Optional<String> siteKey() {
        return Optional.of("site-key");
    }

    @Override
    public Optional<String> secret() {
        return Optional.of("the secret & more");
    }

    @Override
    public Optional<URI> verifyUrl() {
        return verifyUrl;
    }
}
