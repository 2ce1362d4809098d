package club.panamia.content.text;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** The last step of an article's address, made of its title: {@code ano-nuevo-en-miami}; an author can choose another. */
public record Slug(String text) {

    private static final int LONGEST = 100;

    /** No suffix reaches back this far, also where it makes a long slug shorter at its end. */
    private static final int UNTOUCHED = 80;

    /** Steps that mean something else under {@code /api/articles} or in the front end. */
    private static final Set<String> RESERVED = Set.of(
            "covers",
            "drafts",
            "edit",
            "export",
            "featured",
            "feed",
            "import",
            "mine",
            "my",
            "new",
            "pinned",
            "preview",
            "recent",
            "reports",
            "search",
            "tags");

    /** Accents fall off their letters; a title without any letter or digit that an address can hold is named by its time. */
    public static Slug of(String title, Instant now) {
        var folded = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var words = trim(folded.strip()
                .replaceAll("[^a-z0-9_\\s-]", "")
                .replaceAll("\\s+", "-")
                .replaceAll("-+", "-"));
        var slug = trim(words.substring(0, Math.min(LONGEST, words.length())));
        return new Slug(slug.isEmpty() ? "article-" + now.toEpochMilli() : slug);
    }

    /** Whether no article can have it as it is, so that a number must follow. */
    public boolean reserved() {
        return RESERVED.contains(text);
    }

    /** What all slugs have in common of which one could become another by a number at its end. */
    public String family() {
        return text.substring(0, Math.min(UNTOUCHED, text.length())).replaceAll("[0-9-]+$", "");
    }

    private static String trim(String text) {
        return text.replaceAll("^-|-$", "");
    }
}
