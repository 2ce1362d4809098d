package club.panamia.content.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/** HTML that another server wrote. */
public record ForeignHtml(String html) {

    private static final OutputSettings AS_IT_IS = new OutputSettings().prettyPrint(false);

    /** Its text with paragraphs, emphasis and links, as it may stand in any page: no pictures, no classes, no scripts. */
    public String clean() {
        return Jsoup.clean(html, "", ALLOWED, AS_IT_IS);
    }

    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "br", "blockquote", "pre", "code", "ul", "ol", "li", "em", "strong", "b", "i", "del", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https")
            .addEnforcedAttribute("a", "rel", "nofollow ugc noopener");
}
