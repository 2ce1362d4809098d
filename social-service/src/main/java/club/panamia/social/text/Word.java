package club.panamia.social.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a plain piece of text is made of, as far as more than plain words is in it. */
sealed interface Word {

    /** No more than this of one text is looked at, so that nobody is called by everybody's name. */
    int LONGEST_TAG = 100;

    /** As it was typed. */
    String typed();

    record Plain(String typed) implements Word {}

    record Link(String typed) implements Word {}

    record Mention(String typed, Handle handle) implements Word {}

    /** @param name without the hash, in small letters */
    record Hashtag(String typed, String name) implements Word {}

    /** Neither is begun within a word or an address; a hashtag is not a number alone. */
    Pattern SPECIAL = Pattern.compile("(?<link>\\bhttps?://[^\\s<>\"]{1,2000}[^\\s<>\"\\p{Punct}]/?)"
            + "|(?<![\\p{L}\\p{N}_/@#.-])@(?<name>[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)"
            + "(?:@(?<domain>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?))?(?![\\p{L}\\p{N}_@])"
            + "|(?<![\\p{L}\\p{N}_/@#&])#(?<tag>(?=[\\p{L}\\p{M}\\p{N}_]*[\\p{L}_])[\\p{L}\\p{M}\\p{N}_]{1,"
            + LONGEST_TAG
            + "})(?![\\p{L}\\p{M}\\p{N}_])");

    static List<Word> of(String text, String home) {
        var words = new ArrayList<Word>();
        var found = SPECIAL.matcher(text);
        var end = 0;
        while (found.find()) {
            if (found.start() > end) {
                words.add(new Plain(text.substring(end, found.start())));
            }
            end = found.end();
            var typed = found.group();
            if (found.group("link") != null) {
                words.add(new Link(typed));
            } else if (found.group("name") != null) {
                var domain = found.group("domain");
                words.add(new Mention(typed, Handle.of(found.group("name"), domain == null ? home : domain)));
            } else {
                words.add(new Hashtag(typed, found.group("tag").toLowerCase(Locale.ROOT)));
            }
        }
        if (end < text.length()) {
            words.add(new Plain(text.substring(end)));
        }
        return words;
    }
}
