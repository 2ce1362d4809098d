package club.panamia.auth.captcha;

import java.net.URI;

/** Who can tell people from programs. Both are asked in the same way, and both answer with host name and action. */
public enum CaptchaProvider {
    NONE("", 0, "", ""),
    TURNSTILE(
            "https://challenges.cloudflare.com/turnstile/v0/siteverify",
            0,
            "https://challenges.cloudflare.com/turnstile/v0/api.js",
            "script-src https://challenges.cloudflare.com; frame-src https://challenges.cloudflare.com"),
    RECAPTCHA(
            "https://www.google.com/recaptcha/api/siteverify",
            0.5,
            "https://www.google.com/recaptcha/api.js",
            "script-src 'self' https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/;"
                    + " frame-src https://www.google.com/recaptcha/; connect-src https://www.google.com/recaptcha/");

    private final String verifyUrl;
    private final double leastScore;
    private final String script;
    private final String policy;

    CaptchaProvider(String verifyUrl, double leastScore, String script, String policy) {
        this.verifyUrl = verifyUrl;
        this.leastScore = leastScore;
        this.script = script;
        this.policy = policy;
    }

    URI verifyUrl() {
        return URI.create(verifyUrl);
    }

    /** What a person scores at least; 0 where the answer is yes or no. An answer without a score that is asked for is a no. */
    double leastScore() {
        return leastScore;
    }

    String script() {
        return script;
    }

    /** What the page's policy must allow in addition. */
    String policy() {
        return policy;
    }
}
