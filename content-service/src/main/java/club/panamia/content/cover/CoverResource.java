package club.panamia.content.cover;

import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.media.Media;
import club.panamia.kernel.request.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The picture at the head of an article. */
@Path("/api/articles/covers/{slug}")
@Tag(name = "Writing")
class CoverResource {

    private static final int UPLOADS = 40;
    private static final Duration PER = Duration.ofHours(1);
    private static final byte[] EMPTY = {};

    private final HangCover hangCover;
    private final Media media;
    private final RateLimits limits;
    private final CurrentActor caller;

    CoverResource(HangCover hangCover, Media media, RateLimits limits, CurrentActor caller) {
        this.hangCover = hangCover;
        this.media = media;
        this.limits = limits;
        this.caller = caller;
    }

    /** The body is the file itself. Taking the cover away is a change of the article: coverImage null. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    @Operation(
            operationId = "putCover",
            summary =
                    "Show a picture at the head of an article of mine: JPEG, PNG or WebP, at most 5 MB and 8000 x 8000 pixels; it is drawn anew, so that nothing tells where it was taken")
    @APIResponse(
            responseCode = "200",
            description = "The article with its cover; files of 96 and 320 pixels are beside the one that it names",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is published or removed")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "413", description = "too-large: more than 5 MB")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: send image/jpeg, image/png or image/webp")
    @APIResponse(responseCode = "422", description = "invalid-input: not such a picture, too many pixels, or no alt")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    @APIResponse(responseCode = "429", description = "too-many-requests: 40 pictures an hour")
    public Uni<RestResponse<ManuscriptView>> put(
            @RestPath String slug,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RestQuery
                    @NotNull
                    @Size(min = 1, max = 1500)
                    @Pattern(regexp = "[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*", message = "must be plain text")
                    @Parameter(description = "What those read who do not see it")
                    String alt,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] image) {
        var writer = caller.actor();
        var seen = IfMatch.required(ifMatch);
        return limits.take("article-cover", writer.userId(), UPLOADS, PER)
                .chain(() -> hangCover.prepare(writer, slug, seen))
                .chain(() -> media.keep(writer.userId(), Objects.requireNonNullElse(image, EMPTY)))
                .chain(kept -> hangCover.hang(writer, slug, seen, kept, alt));
    }
}
