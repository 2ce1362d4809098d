package club.panamia.auth.page;

import club.panamia.kernel.problem.Problem;
import java.util.Arrays;

/** The refusals that pages have words of their own for, by the slug of the problem; the texts are in {@link PageTexts}. */
public enum Refusal {
    LINK("link-not-valid"),
    CODE("code-not-valid"),
    PROOF("proof-not-valid"),
    TAKEN("address-in-use"),
    STRANGER("not-signed-in"),
    LOCKED("account-locked"),
    ADDRESS("invalid-input"),
    THROTTLED("too-many-requests"),
    ORIGIN("wrong-origin"),
    ROBOT("captcha-not-passed"),
    REMAINING("last-way-in"),
    AWAY("unavailable"),
    BUSY("overloaded"),
    OTHER("");

    private final String slug;

    Refusal(String slug) {
        this.slug = slug;
    }

    public static Refusal of(Problem problem) {
        return named(problem.type().slug());
    }

    /** By the slug alone or with {@code /problems/} before it. */
    static Refusal named(String type) {
        var slug = type.substring(type.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(refusal -> refusal.slug.equals(slug))
                .findFirst()
                .orElse(OTHER);
    }
}
