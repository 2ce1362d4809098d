package club.panamia.social.text;

import java.util.LinkedHashMap;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders the links that we made ourselves, with the classes that others know them by. */
final class MarkedLinks implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    MarkedLinks(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(MarkedLink.class);
    }

    @Override
    public void render(Node node) {
        var link = (MarkedLink) node;
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("href", link.href());
        attributes.put("class", link.marks());
        var html = context.getWriter();
        html.tag("a", attributes);
        html.text(link.words());
        html.tag("/a");
    }
}
