package club.panamia.engagement.points.deed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody gave to the community. */
@Schema(description = "That somebody gave to the community; never how much")
record Donation(
        @NotNull @Size(min = 1, max = 24) @Schema(required = true)
        String screenname,

        @NotNull @Schema(required = true, description = "Whether it is a membership, and not given once")
        Boolean membership) {

    Deed deed() {
        return membership ? Deed.DONATION_MEMBERSHIP : Deed.DONATION_ONETIME;
    }
}
