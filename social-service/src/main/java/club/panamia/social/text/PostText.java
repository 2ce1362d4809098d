package club.panamia.social.text;

import club.panamia.social.home.Home;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A post in Markdown: CommonMark with strikethrough, without pictures. Names, hashtags and bare addresses in it become links,
 * but not in code and not within another link.
 */
public final class PostText {

    /** Deeper than anybody writes by hand. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private final String source;
    private final Home home;
    private final Set<Handle> handles = new LinkedHashSet<>();
    private final Set<String> hashtags = new LinkedHashSet<>();
    private final Set<String> shortcodes = new LinkedHashSet<>();

    private PostText(String source, Home home) {
        this.source = source;
        this.home = home;
    }

    public static PostText of(String source, Home home) {
        var text = new PostText(source, home);
        for (var piece : text.pieces(PARSER.parse(source))) {
            text.shortcodes.addAll(Shortcodes.in(piece.getLiteral()));
            for (var word : Word.of(piece.getLiteral(), home.domain())) {
                text.note(word);
            }
        }
        return text;
    }

    /** Everybody whom it names, known or not. */
    public Set<Handle> handles() {
        return handles;
    }

    /** In small letters, without the hash. */
    public Set<String> hashtags() {
        return hashtags;
    }

    /** What it names pictures by, known or not, without the colons. */
    public Set<String> shortcodes() {
        return shortcodes;
    }

    /** Safe HTML, in which the names of those who are {@code known} lead to them. */
    public String html(Map<Handle, Mentioned> known) {
        var document = PARSER.parse(source);
        pieces(document).forEach(piece -> link(piece, known));
        return PostHtml.of(document, home);
    }

    private void note(Word word) {
        switch (word) {
            case Word.Mention mention -> handles.add(mention.handle());
            case Word.Hashtag hashtag -> hashtags.add(hashtag.name());
            case Word.Plain plain -> {}
            case Word.Link link -> {}
        }
    }

    private List<Text> pieces(Node document) {
        var pieces = new ArrayList<Text>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                pieces.add(text);
            }

            @Override
            public void visit(Link link) {
                // What stands in a link is its own.
            }
        });
        return pieces;
    }

    private void link(Text piece, Map<Handle, Mentioned> known) {
        for (var word : Word.of(piece.getLiteral(), home.domain())) {
            piece.insertBefore(node(word, known));
        }
        piece.unlink();
    }

    private Node node(Word word, Map<Handle, Mentioned> known) {
        return switch (word) {
            case Word.Plain plain -> new Text(plain.typed());
            case Word.Link link -> link(link.typed(), link.typed());
            case Word.Hashtag hashtag -> new MarkedLink(home.tag(hashtag.name()), hashtag.typed(), "mention hashtag");
            case Word.Mention mention -> {
                var person = known.get(mention.handle());
                yield person == null
                        ? new Text(mention.typed())
                        : new MarkedLink(person.href(), "@" + person.username(), "u-url mention");
            }
        };
    }

    private static Link link(String href, String words) {
        var link = new Link(href, null);
        link.appendChild(new Text(words));
        return link;
    }
}
