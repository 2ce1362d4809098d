package club.panamia.social.trend;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import java.util.Locale;

/** A hashtag as it is compared: without the hash, in small letters. */
record TagName(String value) {

    private static final String GRAMMAR = "[\\p{L}\\p{M}\\p{N}_]{1,100}";

    /** With or without the hash; refuses what is no hashtag. */
    static TagName of(String typed) {
        var name = (typed.startsWith("#") ? typed.substring(1) : typed).toLowerCase(Locale.ROOT);
        if (!name.matches(GRAMMAR)) {
            throw INVALID.because("This is no hashtag.").at("name", "must be 1 to 100 letters, digits and underscores");
        }
        return new TagName(name);
    }
}
