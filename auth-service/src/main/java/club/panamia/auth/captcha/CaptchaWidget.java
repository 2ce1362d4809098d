package club.panamia.auth.captcha;

/**
 * What a page needs to show the CAPTCHA.
 *
 * @param policy what the page's Content-Security-Policy must allow for it
 */
public record CaptchaWidget(CaptchaProvider provider, String siteKey, String script, String policy) {

    public boolean isTurnstile() {
        return provider == CaptchaProvider.TURNSTILE;
    }

    public boolean isRecaptcha() {
        return provider == CaptchaProvider.RECAPTCHA;
    }
}
