package club.panamia.profile.section;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Where else a person can be found: addresses, or names on those sites. */
public record Socials(
        @Nullable @WebAddress String website,
        @Nullable @WebAddress(orUserName = true) String instagram,
        @Nullable @WebAddress(orUserName = true) String facebook,
        @Nullable @WebAddress(orUserName = true) String tiktok,
        @Nullable @WebAddress(orUserName = true) String twitter,
        @Nullable @WebAddress(orUserName = true) String spotify) {

    static final Socials NONE = new Socials(null, null, null, null, null, null);

    public Socials {
        website = Typed.address(website);
        instagram = Typed.handle(instagram);
        facebook = Typed.handle(facebook);
        tiktok = Typed.handle(tiktok);
        twitter = Typed.handle(twitter);
        spotify = Typed.handle(spotify);
    }

    /** As it is stored; keys that are not ours are passed over. */
    public static Socials of(JsonObject stored) {
        return new Socials(
                stored.getString("website"),
                stored.getString("instagram"),
                stored.getString("facebook"),
                stored.getString("tiktok"),
                stored.getString("twitter"),
                stored.getString("spotify"));
    }
}
