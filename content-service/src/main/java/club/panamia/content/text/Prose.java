package club.panamia.content.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plain words of a text in Markdown, roughly: enough to count them and to show how it begins. Every pattern reads a text of
 * any size once.
 */
public record Prose(String markdown) {

    private static final int WORDS_PER_MINUTE = 200;
    private static final int EXCERPT = 300;
    private static final int SHORTEST_EXCERPT = 210;

    private static final Pattern FENCED_CODE = Pattern.compile("```[\\s\\S]*?```");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]]*]\\([^()]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\([^()]*\\)");
    private static final Pattern SIGNS = Pattern.compile("[#*_~>`]");

    /** In whole minutes at 200 words each, at least one; code is looked at rather than read. */
    public int readingTime() {
        var words = SIGNS.matcher(
                        withoutLinks(INLINE_CODE.matcher(withoutFences()).replaceAll("")))
                .replaceAll("")
                .replace("-", "")
                .strip();
        var count = words.isEmpty() ? 0 : words.split("\\s+").length;
        return Math.max(1, Math.ceilDiv(count, WORDS_PER_MINUTE));
    }

    /** How it begins, in 300 characters and three dots at most, cut between words where there is a gap near the end. */
    public Optional<String> excerpt() {
        var words = SIGNS.matcher(withoutLinks(withoutFences()))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(words.length() <= EXCERPT ? words : cut(words));
    }

    private static String cut(String words) {
        var end = Character.isHighSurrogate(words.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        var begin = words.substring(0, end);
        var gap = begin.lastIndexOf(' ');
        return (gap > SHORTEST_EXCERPT ? begin.substring(0, gap) : begin) + "...";
    }

    private String withoutFences() {
        return FENCED_CODE.matcher(markdown).replaceAll("");
    }

    private static String withoutLinks(String text) {
        return LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("$1");
    }
}
