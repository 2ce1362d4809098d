package club.panamia.social.document.actor;

import club.panamia.kernel.page.PageQuery;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.collection.Featured;
import club.panamia.social.document.collection.Outboxes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An actor under its ActivityPub id, for other servers; people are led to the page about it. */
@Path("/ap/actors/{id}")
@Tag(name = "Federation")
@PermitAll
class ActorDocumentResource {

    private final PublicActors actors;
    private final Outboxes outboxes;
    private final Featured featured;

    ActorDocumentResource(PublicActors actors, Outboxes outboxes, Featured featured) {
        this.actors = actors;
        this.outboxes = outboxes;
        this.featured = featured;
    }

    @GET
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readActorDocument", summary = "The actor as an ActivityPub document")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "410", description = "It is gone for good: a Tombstone")
    public Uni<RestResponse<String>> document(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return actors.document(id, known);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "openActorPage", summary = "Lead a browser to the page about the actor")
    @APIResponse(responseCode = "303", description = "The page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<Void>> page(@RestPath String id) {
        return actors.page(id);
    }

    @GET
    @Path("/outbox")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "readOutbox",
            summary = "What the actor has said to everybody: how much, and where it begins")
    @APIResponse(responseCode = "200", description = "The collection")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "410", description = "The actor is gone for good")
    public Uni<RestResponse<String>> outbox(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return outboxes.collection(id, known);
    }

    @GET
    @Path("/outbox/page")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readOutboxPage", summary = "What the actor has said to everybody, newest first")
    @APIResponse(responseCode = "200", description = "One page; next leads to the one behind it")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<RestResponse<String>> outboxPage(
            @RestPath String id,
            @BeanParam @Valid PageQuery page,
            @RestHeader("If-None-Match") @Nullable String known) {
        return outboxes.page(id, page, known);
    }

    @GET
    @Path("/featured")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readFeatured", summary = "What the actor shows first")
    @APIResponse(responseCode = "200", description = "The collection, five posts at most")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "410", description = "The actor is gone for good")
    public Uni<RestResponse<String>> featured(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return featured.collection(id, known);
    }

    @GET
    @Path("/followers")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readFollowers", summary = "How many follow the actor; not who")
    @APIResponse(responseCode = "200", description = "The collection, without its items")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<String>> followers(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return actors.people(id, "followers", known);
    }

    @GET
    @Path("/following")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readFollowing", summary = "How many the actor follows; not whom")
    @APIResponse(responseCode = "200", description = "The collection, without its items")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<String>> following(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return actors.people(id, "following", known);
    }
}
