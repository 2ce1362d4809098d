package club.panamia.content.feed;

import club.panamia.content.feed.document.Site;
import club.panamia.content.wording.ArticleType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which feeds there are. */
@Path("/feeds")
@Tag(name = "Feeds")
class FeedsResource {

    private final Site site;

    FeedsResource(Site site) {
        this.site = site;
    }

    /** Those of tags, authors and languages follow the same form: {@code /feeds/rss/tag/food}. */
    @GET
    @PermitAll
    @Operation(operationId = "listFeeds", summary = "List the feeds that every page can offer")
    @APIResponse(responseCode = "200", description = "All articles, and those of each type, in three formats")
    public List<FeedLink> list() {
        var types = Arrays.stream(ArticleType.values()).map(type -> Selection.type(type.label()));
        return Stream.concat(Stream.of(Selection.ALL), types)
                .flatMap(selection -> Arrays.stream(Format.values()).map(format -> link(format, selection)))
                .toList();
    }

    private FeedLink link(Format format, Selection selection) {
        var rest = selection.kind() == Selection.Kind.ALL ? "" : "/type/" + selection.value();
        return new FeedLink(
                "Pana MIA " + selection.title(),
                format.mediaType,
                site.at("/feeds/" + format.label + rest).toString());
    }
}
