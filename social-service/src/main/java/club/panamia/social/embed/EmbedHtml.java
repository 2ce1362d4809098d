package club.panamia.social.embed;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page elsewhere puts where the post shall stand: a quotation with its author and its address, without a style or a script of
 * ours. It is built as a tree, so that nothing that somebody has called themselves ends it early.
 */
final class EmbedHtml {

    private static final int TITLE = 100;

    private EmbedHtml() {}

    static String of(Embedded post) {
        var shell = Document.createShell("");
        shell.outputSettings().prettyPrint(false);
        var quotation = shell.body().appendElement("blockquote").attr("cite", post.page());
        Optional.ofNullable(post.language()).ifPresent(language -> quotation.attr("lang", language));
        say(quotation, post);
        sign(quotation.appendElement("footer"), post);
        return quotation.outerHtml();
    }

    /** What it says, or the warning of it, in one line that a page can use as a title. */
    static String title(Embedded post) {
        var words = post.warning() == null
                ? Jsoup.parseBodyFragment(Optional.ofNullable(post.content()).orElse(""))
                        .text()
                : post.warning();
        if (words.isBlank()) {
            return post.name();
        }
        return words.codePointCount(0, words.length()) <= TITLE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, TITLE)).strip() + "…";
    }

    private static void say(Element quotation, Embedded post) {
        if (post.warning() != null) {
            quotation.appendElement("p").text(post.warning());
            return;
        }
        quotation.append(Optional.ofNullable(post.content()).orElse(""));
        if (!post.answers().isEmpty()) {
            var list = quotation.appendElement("ul");
            post.answers().forEach(answer -> list.appendElement("li").text(answer));
        }
    }

    private static void sign(Element footer, Embedded post) {
        var published = post.published().atOffset(ZoneOffset.UTC);
        footer.appendText("— ");
        footer.appendElement("a").attr("href", post.profile()).text("%s (%s)".formatted(post.name(), post.handle()));
        footer.appendText(", ");
        footer.appendElement("a")
                .attr("href", post.page())
                .appendElement("time")
                .attr("datetime", DateTimeFormatter.ISO_INSTANT.format(post.published()))
                .text(DateTimeFormatter.ISO_LOCAL_DATE.format(published));
    }
}
