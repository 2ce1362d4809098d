package club.panamia.social.migration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody goes on. */
@Schema(name = "ActorDestination", description = "The actor of another server under whose id I go on")
record Destination(
        @NotBlank
        @Size(max = 2000)
        @Schema(required = true, description = "Its id; it says that it is also known as me")
        String movedTo) {}
