package club.panamia.social.wire;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** HTML of another server, made such that a page of ours can show it. */
public final class ForeignHtml {

    private static final int LONGEST = 100_000;
    private static final String CLASSES = "(?:h|p|u|dt|e)-[a-z0-9-]+|mention|hashtag|ellipsis|invisible";
    private static final OutputSettings AS_IT_IS = new OutputSettings().prettyPrint(false);

    private static final Safelist ALLOWED = Safelist.none()
            .addTags(
                    "p",
                    "br",
                    "a",
                    "span",
                    "del",
                    "s",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li")
            .addAttributes("a", "href", "class")
            .addAttributes("span", "class")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow ugc noopener noreferrer");

    private ForeignHtml() {}

    /** What may stand there of it; nothing, where there is nothing. */
    public static @Nullable String clean(@Nullable String html) {
        if (html == null) {
            return null;
        }
        var parsed = Jsoup.parseBodyFragment(html.substring(0, Math.min(html.length(), LONGEST)));
        parsed.outputSettings(AS_IT_IS);
        parsed.select("h1, h2, h3, h4, h5, h6").forEach(heading -> heading.tagName("strong"));
        var clean = Jsoup.parseBodyFragment(Jsoup.clean(parsed.body().html(), "", ALLOWED, AS_IT_IS));
        clean.outputSettings(AS_IT_IS);
        clean.select("[class]").forEach(ForeignHtml::keepKnownClasses);
        return clean.body().html().strip();
    }

    /** The words alone, in one line of at most {@code longest} characters. */
    public static @Nullable String words(@Nullable String html, int longest) {
        if (html == null) {
            return null;
        }
        var words = Jsoup.parseBodyFragment(html.substring(0, Math.min(html.length(), LONGEST)))
                .text()
                .strip();
        return words.isEmpty() ? null : words.substring(0, Math.min(words.length(), longest));
    }

    private static void keepKnownClasses(Element element) {
        element.classNames().stream()
                .filter(name -> !name.matches(CLASSES))
                .toList()
                .forEach(element::removeClass);
        if (element.classNames().isEmpty()) {
            element.removeAttr("class");
        }
    }
}
