package club.panamia.social.emoji;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.ETag;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Pictures of this server, for everybody who writes here. */
@Path("/api/social/emojis")
@Tag(name = "Emojis")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class EmojisResource {

    private static final byte[] NOTHING = {};

    private final Emojis emojis;
    private final KeepEmoji keepEmoji;
    private final CurrentActor caller;
    private final Home home;

    EmojisResource(Emojis emojis, KeepEmoji keepEmoji, CurrentActor caller, Home home) {
        this.emojis = emojis;
        this.keepEmoji = keepEmoji;
        this.caller = caller;
        this.home = home;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listEmojis", summary = "All pictures of this server by their names, 2000 at most")
    @APIResponse(
            responseCode = "200",
            description = "All of them; those that are hidden are not to be offered to who writes",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EmojiView.class)))
    @APIResponse(responseCode = "304", description = "What you have is still right")
    public Uni<RestResponse<List<EmojiView>>> list(@RestHeader("If-None-Match") @Nullable String known) {
        return emojis.all().map(all -> answer(all, known));
    }

    private RestResponse<List<EmojiView>> answer(List<OwnEmoji> all, @Nullable String known) {
        var tag = ETag.of(all.stream().map(OwnEmoji::toString).collect(Collectors.joining("\n")));
        var answer = ETag.isKnown(tag, known)
                ? ResponseBuilder.<List<EmojiView>>notModified()
                : ResponseBuilder.ok(
                        all.stream().map(emoji -> EmojiView.of(emoji, home)).toList());
        return answer.header("ETag", tag)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    /** The body is the file itself, which is kept as it is: it may move and have holes. */
    @POST
    @ResponseStatus(201)
    @Consumes({"image/png", "image/gif", "image/webp"})
    @Operation(
            operationId = "addEmoji",
            summary = "Add a picture: PNG, GIF or WebP, 256 KiB and 512 x 512 pixels at most")
    @APIResponse(
            responseCode = "201",
            description = "It can be used, and stands in the trail",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmojiView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "409", description = "emoji-exists; too-many-emojis: 2000")
    @APIResponse(responseCode = "413", description = "too-large: more than 256 KiB")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-input: a name of 2 to 30 of a-z, 0-9 and _ is needed; no such picture; too many pixels")
    @APIResponse(responseCode = "503", description = "overloaded: many files are coming in")
    public Uni<EmojiView> add(
            @RestQuery
                    @NotNull
                    @Pattern(regexp = "[a-z0-9_]{2,30}")
                    @Parameter(required = true, description = "What stands between the colons")
                    @Nullable
                    String shortcode,
            @RestQuery @Parameter(description = "true: it is not to be offered to those who write") boolean hidden,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] file) {
        var picture = Objects.requireNonNullElse(file, NOTHING);
        var name = Objects.requireNonNull(shortcode);
        return caller.fresh()
                .chain(moderator -> keepEmoji.keep(name, picture, hidden, moderator))
                .map(emoji -> EmojiView.of(emoji, home));
    }

    @PUT
    @Path("/{shortcode}/hiding")
    @Operation(operationId = "hideEmoji", summary = "Have a picture offered to nobody; who knows its name may use it")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-emoji")
    public Uni<Void> hide(@RestPath String shortcode) {
        return caller.fresh().chain(moderator -> emojis.hide(shortcode, true));
    }

    @DELETE
    @Path("/{shortcode}/hiding")
    @Operation(operationId = "showEmoji", summary = "Have a picture offered again; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-emoji")
    public Uni<Void> show(@RestPath String shortcode) {
        return caller.fresh().chain(moderator -> emojis.hide(shortcode, false));
    }

    @DELETE
    @Path("/{shortcode}")
    @Operation(operationId = "removeEmoji", summary = "Remove a picture, also from what was said with it")
    @APIResponse(responseCode = "204", description = "It is gone, and that stands in the trail")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-emoji")
    public Uni<Void> remove(@RestPath String shortcode) {
        return caller.fresh().chain(moderator -> emojis.remove(shortcode, moderator));
    }
}
