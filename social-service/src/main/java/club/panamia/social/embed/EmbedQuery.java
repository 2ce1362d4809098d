package club.panamia.social.embed;

import static club.panamia.social.embed.EmbedProblem.NO_SUCH_FORMAT;

import club.panamia.kernel.problem.QueryBean;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What somebody wants to show, and how much room they have for it, in pixels (oEmbed 1.0, section 2.2). */
class EmbedQuery implements QueryBean {

    /** Lines that are longer than this are hard to read. */
    private static final int WIDEST = 550;

    @RestQuery
    @NotBlank
    @Size(max = 2000)
    @Parameter(description = "The address of a post's page, or its ActivityPub id")
    String url = "";

    @RestQuery
    @Min(1)
    @Nullable
    Integer maxwidth;

    @RestQuery
    @Min(1)
    @Nullable
    @Parameter(description = "It bounds the thumbnail alone: how high the text gets is the page's to see")
    Integer maxheight;

    @RestQuery
    @DefaultValue("json")
    String format = "json";

    /** The specification has XML, too, and a status for who does not. */
    void requireJson() {
        if (!format.equals("json")) {
            throw NO_SUCH_FORMAT.because("Ask for format=json.");
        }
    }

    int width() {
        return maxwidth == null ? WIDEST : Math.min(maxwidth, WIDEST);
    }

    boolean hasRoomFor(Thumbnail thumbnail) {
        return (maxwidth == null || thumbnail.width() <= maxwidth)
                && (maxheight == null || thumbnail.height() <= maxheight);
    }
}
