package club.panamia.content.text;

import java.net.URI;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * A text in Markdown: CommonMark with tables and strikethrough. HTML in it is shown as the text that it is; whatever the
 * renderer would let through is held against a list of what may stand there.
 */
public record Markdown(String text) {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    /** Deeper than anybody writes by hand; without a limit each level would cost a frame of the stack. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final OutputSettings AS_IT_IS = new OutputSettings().prettyPrint(false);

    /** As HTML that may stand in any page, with whole addresses; those without a host are at {@code home}. */
    public String html(URI home) {
        return Jsoup.clean(RENDERER.render(PARSER.parse(text)), home.toString(), allowed(home), AS_IT_IS);
    }

    /** Its words alone. */
    public String plain() {
        return Jsoup.parse(RENDERER.render(PARSER.parse(text))).text();
    }

    /** Pictures by https, so that no page that shows them is half open; at home by what home speaks. */
    private static Safelist allowed(URI home) {
        return Safelist.none()
                .addTags("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code")
                .addTags(
                        "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "del", "a",
                        "img")
                .addAttributes("a", "href", "title")
                .addAttributes("img", "src", "alt", "title")
                .addAttributes("ol", "start")
                .addAttributes("th", "align")
                .addAttributes("td", "align")
                .addProtocols("a", "href", "http", "https", "mailto")
                .addProtocols("img", "src", "https", home.getScheme())
                .addEnforcedAttribute("a", "rel", "nofollow ugc noopener");
    }
}
