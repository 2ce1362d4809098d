package club.panamia.ops.captcha;

import java.net.URI;

/** Who can tell people from programs. Both are asked in the same way, and both answer with host name and action. */
public enum CaptchaProvider {
    NONE("", 0),
    TURNSTILE("https://challenges.cloudflare.com/turnstile/v0/siteverify", 0),
    RECAPTCHA("https://www.google.com/recaptcha/api/siteverify", 0.5);

    private final String verifyUrl;
    private final double leastScore;

    CaptchaProvider(String verifyUrl, double leastScore) {
        this.verifyUrl = verifyUrl;
        this.leastScore = leastScore;
    }

    URI verifyUrl() {
        return URI.create(verifyUrl);
    }

    /** What a person scores at least; 0 where the answer is yes or no. */
    double leastScore() {
        return leastScore;
    }
}
