package club.panamia.auth.magiclink;

import static club.panamia.auth.magiclink.MagicLinkProblem.CODE_NOT_VALID;

import java.util.regex.Pattern;

/** Six digits, as somebody types them: spaces and hyphens between them do not count. */
public record SignInCode(String digits) {

    static final String NEUTRAL =
            "It is older than 15 minutes, was used already, was tried too often, or has a typo. The link in the mail may still open.";

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    public static SignInCode of(String typed) {
        var digits = typed.replaceAll("[\\s-]", "");
        if (!FORM.matcher(digits).matches()) {
            throw CODE_NOT_VALID.because(NEUTRAL).at("/code", "must be six digits");
        }
        return new SignInCode(digits);
    }
}
