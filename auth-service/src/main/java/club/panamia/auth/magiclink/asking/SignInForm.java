package club.panamia.auth.magiclink.asking;

import club.panamia.auth.captcha.CaptchaWidget;
import club.panamia.auth.page.Refusal;
import club.panamia.auth.page.SignInError;
import club.panamia.auth.page.SignInOption;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the sign-in page shows.
 *
 * @param email what was typed before, after a refusal
 * @param error why somebody comes back from another provider
 * @param refusal why what was typed was not taken
 */
record SignInForm(
        String email,
        String callbackUrl,
        Optional<SignInError> error,
        Optional<Refusal> refusal,
        boolean verificationSent,
        List<SignInOption> options,
        CaptchaWidget captcha) {

    /** Where an option begins. */
    public String start(SignInOption option) {
        return option.startPath() + "?callbackUrl=" + URLEncoder.encode(callbackUrl, StandardCharsets.UTF_8);
    }
}
