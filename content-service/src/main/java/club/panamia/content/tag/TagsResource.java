package club.panamia.content.tag;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What there is to read about. Articles with a tag are listed by {@code GET /api/articles?tag=}. */
@Path("/api/articles/tags")
@Tag(name = "Reading")
class TagsResource {

    private final Tags tags;

    TagsResource(Tags tags) {
        this.tags = tags;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTags",
            summary = "List up to a hundred tags of published articles, the most used first")
    @APIResponse(responseCode = "200", description = "Each with how many articles have it")
    @APIResponse(responseCode = "422", description = "invalid-input: more than 30 characters")
    public Uni<List<TagView>> list(
            @RestQuery @Parameter(description = "How they begin, in any case, with or without accents")
                    Optional<@Size(max = 30) @Pattern(regexp = "[^\\p{Cc}]*", message = "must be plain text") String>
                            q) {
        return tags.mostUsed(q.map(TagsResource::asTag).orElse(""));
    }

    @GET
    @Path("/{tag}")
    @PermitAll
    @Operation(operationId = "readTag", summary = "Show how much there is to read about something")
    @APIResponse(responseCode = "200", description = "The tag, with how many articles have it")
    @APIResponse(responseCode = "404", description = "not-found: no published article has it")
    @APIResponse(responseCode = "422", description = "invalid-input: more than 30 characters")
    public Uni<TagView> read(
            @RestPath @Size(max = 30) @Pattern(regexp = "[^\\p{Cc}]*", message = "must be plain text") String tag) {
        return tags.one(asTag(tag));
    }

    private static String asTag(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
