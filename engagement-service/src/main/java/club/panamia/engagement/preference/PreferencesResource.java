package club.panamia.engagement.preference;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What I want to be told. */
@Path("/api/notifications/preferences")
@Tag(name = "Preferences")
class PreferencesResource {

    private final Preferences preferences;
    private final CurrentActor caller;

    PreferencesResource(Preferences preferences, CurrentActor caller) {
        this.preferences = preferences;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "getMyNotificationPreferences", summary = "Show what I want to be told, where and when")
    @APIResponse(
            responseCode = "200",
            description = "Every category and the settings; where I said nothing, what counts then")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<PreferencesView> show() {
        return preferences.of(caller.actor());
    }

    /** Says on which channels I want to hear of a category. */
    @PUT
    @Path("categories/{category}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "preferNotificationCategory",
            summary = "Say on which channels I want to hear of a category")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-notification-category")
    @APIResponse(responseCode = "409", description = "notification-cannot-be-declined")
    @APIResponse(responseCode = "422", description = "invalid-input")
    public Uni<Void> say(@RestPath String category, @NotNull @Valid CategoryWish wish) {
        return preferences.say(caller.actor(), category, wish);
    }

    /** Replaces the settings. */
    @PUT
    @Path("settings")
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "setNotificationSettings", summary = "Say when I want mail, and what others may do")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown zone, hour or digest")
    public Uni<Void> set(@NotNull @Valid NotificationSettings settings) {
        return preferences.set(caller.actor(), settings.checked());
    }
}
