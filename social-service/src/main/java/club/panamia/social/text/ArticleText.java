package club.panamia.social.text;

import club.panamia.social.home.Home;
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
 * An article in Markdown, CommonMark with tables and strikethrough, as HTML for other servers: what was typed as HTML is shown as
 * text, addresses are whole, and what stands in it is held against a list.
 */
public final class ArticleText {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    /** Deeper than anybody writes by hand. */
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

    private static final Safelist ALLOWED = Safelist.none()
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li")
            .addTags("table", "thead", "tbody", "tr", "th", "td", "em", "strong", "del", "a", "img")
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "title")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addProtocols("img", "src", "http", "https")
            .addEnforcedAttribute("a", "rel", "nofollow ugc noopener noreferrer");

    private ArticleText() {}

    /** A long one takes some milliseconds: not for an event loop. */
    public static String html(String markdown, Home home) {
        return Jsoup.clean(RENDERER.render(PARSER.parse(markdown)), home.at("/"), ALLOWED, AS_IT_IS);
    }
}
