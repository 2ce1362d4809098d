package club.panamia.content.mastodon;

import static club.panamia.content.mastodon.PostProblem.POST_NOT_PROVEN;
import static club.panamia.content.mastodon.PostProblem.POST_NOT_READ;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A post as its server shows it (Mastodon API, entity Status).
 *
 * @param links what the account that wrote it names on its own page, in fields and biography
 */
record Post(String visibility, boolean isAtHome, Set<String> links) {

    private static final Set<String> OPEN = Set.of("public", "unlisted");

    static Post of(JsonNode status) {
        var account = status.path("account");
        var links = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        account.path("fields").forEach(field -> addLinks(field.path("value").asText(), links));
        addLinks(account.path("note").asText(), links);
        // Other servers show it too; only its own knows the account first hand, and names it without a server.
        var name = account.path("acct").asText();
        return new Post(status.path("visibility").asText(), !name.isEmpty() && name.indexOf('@') < 0, links);
    }

    /** That the account behind a post links to the author's page here says that both are the same person: nobody else can write there. */
    void requireBy(String authorsPage) {
        if (!OPEN.contains(visibility) || !isAtHome) {
            throw POST_NOT_READ.because("Only a public post can be linked, by its address on its own server.");
        }
        if (!links.contains(authorsPage)) {
            throw POST_NOT_PROVEN
                    .because("Add %s to the profile of the account that wrote it, then link it again."
                            .formatted(authorsPage))
                    .with("page", authorsPage);
        }
    }

    private static void addLinks(String html, Set<String> links) {
        Jsoup.parseBodyFragment(html).select("a[href]").stream()
                .map(Post::target)
                .forEach(links::add);
    }

    private static String target(Element link) {
        var href = link.attr("href");
        return href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
    }
}
