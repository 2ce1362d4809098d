package club.panamia.profile.section;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who sees the ways to reach a person. What nobody was told about is its owner's alone.
 *
 * @param address everything in the address but locality, region and country, which all can see; who may see it also finds the
 *     profile by distance
 */
@Schema(description = "Who sees which way to reach me; what is left out is seen by me alone")
public record Audience(
        @Nullable Circle email,
        @Nullable Circle phoneNumber,
        @Nullable Circle pronouns,
        @Nullable Circle address,
        @Nullable Circle locations,
        @Nullable Circle hours,
        @Nullable Circle website,
        @Nullable Circle instagram,
        @Nullable Circle facebook,
        @Nullable Circle tiktok,
        @Nullable Circle twitter,
        @Nullable Circle spotify) {

    public static final Audience NOBODY_ELSE =
            new Audience(null, null, null, null, null, null, null, null, null, null, null, null);

    public Audience {
        email = orMe(email);
        phoneNumber = orMe(phoneNumber);
        pronouns = orMe(pronouns);
        address = orMe(address);
        locations = orMe(locations);
        hours = orMe(hours);
        website = orMe(website);
        instagram = orMe(instagram);
        facebook = orMe(facebook);
        tiktok = orMe(tiktok);
        twitter = orMe(twitter);
        spotify = orMe(spotify);
    }

    private static Circle orMe(@Nullable Circle chosen) {
        return Objects.requireNonNullElse(chosen, Circle.ME);
    }
}
