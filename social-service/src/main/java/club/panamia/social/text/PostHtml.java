package club.panamia.social.text;

import club.panamia.social.home.Home;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * The HTML of a post, as the fediverse writes it: HTML that was typed is shown as text, and whatever the renderer lets through is
 * held against a list of what may stand there. A heading becomes a bold paragraph.
 */
final class PostHtml {

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .nodeRendererFactory(MarkedLinks::new)
            .build();

    private static final OutputSettings AS_IT_IS = new OutputSettings().prettyPrint(false);

    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "br", "a", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li")
            .addAttributes("a", "href", "class")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow ugc noopener noreferrer");

    private PostHtml() {}

    static String of(Node document, Home home) {
        var rendered = Jsoup.parseBodyFragment(RENDERER.render(document));
        rendered.outputSettings(AS_IT_IS);
        for (var heading : rendered.select("h1, h2, h3, h4, h5, h6")) {
            heading.tagName("p").html("<strong>" + heading.html() + "</strong>");
        }
        var clean = Jsoup.parseBodyFragment(
                Jsoup.clean(rendered.body().html(), home.at("/"), ALLOWED, AS_IT_IS), home.at("/"));
        clean.outputSettings(AS_IT_IS);
        clean.select("a.mention").forEach(PostHtml::finish);
        return clean.body().html().strip();
    }

    private static void finish(Element link) {
        if (link.hasClass("hashtag")) {
            link.attr("rel", "tag nofollow noopener noreferrer");
        } else {
            link.wrap("<span class=\"h-card\"></span>");
        }
    }
}
