package club.panamia.profile.own;

import club.panamia.profile.profile.Badge;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.ScopedRole;
import club.panamia.profile.profile.Status;
import club.panamia.profile.section.Address;
import club.panamia.profile.section.Audience;
import club.panamia.profile.section.Descriptions;
import club.panamia.profile.section.GenteDePana;
import club.panamia.profile.section.Hours;
import club.panamia.profile.section.LocallyBased;
import club.panamia.profile.section.Location;
import club.panamia.profile.section.Socials;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A profile as its owner sees it: what they said, and where it stands. What can be changed has the names of the draft. */
@Schema(description = "My profile: what I said, and where it stands")
record OwnProfileView(
        @Schema(required = true) String id,
        @Schema(required = true) Status status,

        @Schema(required = true, description = "Whether others see it")
        boolean active,

        @Schema(required = true, description = "Whether I have switched it off")
        boolean hidden,

        @Nullable Instant submittedAt,
        @Nullable Instant reviewedAt,

        @Nullable @Schema(description = "Why it was declined or suspended")
        String reviewReason,

        @Nullable String email,
        @Schema(required = true) String name,
        @Nullable String phoneNumber,
        @Nullable String pronouns,
        @Nullable LocallyBased locallyBased,
        @Schema(required = true) boolean whatsappCommunity,
        @Schema(required = true) Descriptions descriptions,
        @Schema(required = true) Socials socials,
        @Schema(required = true) Map<String, @Nullable Boolean> categories,
        @Schema(required = true) Map<String, @Nullable Boolean> counties,
        @Nullable Address address,
        @Schema(required = true) List<Location> locations,
        @Nullable Hours hours,
        @Nullable GenteDePana gentedepana,
        @Schema(required = true) Audience audience,
        @Schema(required = true) List<Badge> badges,
        @Schema(required = true) List<ScopedRole> roles) {

    static OwnProfileView of(Profile profile) {
        var content = profile.content();
        var standing = profile.standing();
        return new OwnProfileView(
                profile.id(),
                standing.status(),
                standing.active(),
                standing.hidden(),
                standing.submittedAt(),
                standing.reviewedAt(),
                standing.reviewReason(),
                profile.email(),
                content.name(),
                content.phoneNumber(),
                content.pronouns(),
                content.locallyBased(),
                content.whatsappCommunity(),
                content.descriptions(),
                content.socials(),
                content.categories(),
                content.counties(),
                content.address(),
                content.locations(),
                content.hours(),
                content.gentedepana(),
                content.audience(),
                profile.grants().badges(),
                profile.grants().roles());
    }

    static RestResponse<OwnProfileView> answer(Profile profile) {
        return tagged(ResponseBuilder.ok(of(profile)), profile);
    }

    static RestResponse<OwnProfileView> created(Profile profile) {
        return tagged(
                ResponseBuilder.<OwnProfileView>created(URI.create("/api/profiles/me"))
                        .entity(of(profile)),
                profile);
    }

    private static RestResponse<OwnProfileView> tagged(ResponseBuilder<OwnProfileView> answer, Profile profile) {
        return answer.tag(String.valueOf(profile.version())).build();
    }
}
