package club.panamia.content.branch;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.state.Action;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A save that came too late, brought together with what came first. */
@Path("/api/articles/{slug}/revisions/{id}/merge")
@Tag(name = "Revisions")
@RolesAllowed(Roles.MEMBER)
class MergeResource {

    private final Articles articles;
    private final Branches branches;
    private final MergeBranch mergeBranch;
    private final CurrentActor caller;

    MergeResource(Articles articles, Branches branches, MergeBranch mergeBranch, CurrentActor caller) {
        this.articles = articles;
        this.branches = branches;
        this.mergeBranch = mergeBranch;
        this.caller = caller;
    }

    /** Nothing changes by it: where there are conflicts, the author settles them and changes the article with this ETag. */
    @GET
    @Operation(operationId = "previewMerge", summary = "Show what an article of mine would say with a branch in it")
    @APIResponse(
            responseCode = "200",
            description = "What it would say; the ETag is the article's",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Merge.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-revision: no branch")
    public Uni<RestResponse<Merge>> preview(@RestPath String slug, @RestPath String id) {
        return articles.permitted(Action.READ_REVISIONS, caller.actor(), slug).chain(article -> shown(article, id));
    }

    /** Only where the two do not contradict each other. */
    @PUT
    @Operation(operationId = "mergeBranch", summary = "Let an article of mine say what a branch says, too")
    @APIResponse(
            responseCode = "200",
            description = "The article as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ManuscriptView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; staff-only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article; no-such-revision: no branch")
    @APIResponse(
            responseCode = "409",
            description = "merge-conflict: conflicts names what both changed; article-in-wrong-state")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "422", description = "invalid-input: what it answers is not published any more")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<ManuscriptView>> merge(
            @RestPath String slug, @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch) {
        var seen = IfMatch.required(ifMatch);
        var writer = caller.actor();
        return articles.permitted(Action.EDIT, writer, slug)
                .chain(article -> branches.of(article, id))
                .chain(branch -> mergeBranch.of(writer, slug, seen, branch));
    }

    private Uni<RestResponse<Merge>> shown(Article article, String id) {
        return branches.of(article, id).map(branch -> answer(article, branch));
    }

    private static RestResponse<Merge> answer(Article article, Branch branch) {
        return ResponseBuilder.ok(branch.into(article.wording().draft()))
                .tag(String.valueOf(article.version()))
                .build();
    }
}
