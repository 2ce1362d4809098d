package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.REFUSED;

import club.panamia.auth.account.ForeignAccount;
import club.panamia.auth.magiclink.EmailAddress;
import club.panamia.kernel.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a provider told of an account: claims of its ID token, and over them those of its UserInfo or account endpoint. */
record Claims(Provider provider, JsonObject told) {

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2048;

    /** Address and proof come from one place: a proof of the one address must not be taken for one of the other. */
    static Claims of(Provider provider, JsonObject idToken, JsonObject userInfo) {
        var told = idToken.copy();
        if (userInfo.containsKey("email")) {
            told.remove("email_verified");
        }
        return new Claims(provider, told.mergeIn(userInfo));
    }

    /**
     * Facebook and Mastodon say nothing about a proof, since they let nobody use an account without one: there the operator's
     * trust alone decides. OpenID providers that leave the claim out have proven nothing.
     */
    ForeignIdentity identity() {
        return switch (provider.kind()) {
            case OIDC, GOOGLE, APPLE ->
                identity(
                        text("sub"),
                        first(text("preferred_username"), text("email"), text("name")),
                        saysYes("email_verified"),
                        text("name"),
                        text("picture"));
            case DISCORD -> identity(text("id"), text("username"), saysYes("verified"), text("global_name"), avatar());
            case FACEBOOK -> identity(text("id"), text("name"), true, text("name"), picture());
            case WIKIMEDIA ->
                identity(text("sub"), text("username"), saysYes("confirmed_email"), text("username"), null);
            case MASTODON ->
                identity(
                        text("id"),
                        handle(),
                        true,
                        first(text("display_name"), text("username"), null),
                        text("avatar"));
        };
    }

    private ForeignIdentity identity(
            @Nullable String id,
            @Nullable String shown,
            boolean verified,
            @Nullable String name,
            @Nullable String image) {
        if (id == null || id.length() > LONGEST_ID) {
            throw REFUSED.because("%s did not say which account it is.".formatted(provider.label()));
        }
        var account = new ForeignAccount(provider.id(), id, provider.kind().accountType());
        return new ForeignIdentity(account, cut(shown == null ? id : shown), email(), verified, name(name), web(image));
    }

    /** Null for what is no address at all, such as Facebook's of a person who signed up by telephone. */
    private @Nullable String email() {
        var told = text("email");
        try {
            return told == null ? null : EmailAddress.of(told).text();
        } catch (Problem noAddress) {
            return null;
        }
    }

    /** Numbers, too: some ids are. */
    private @Nullable String text(String claim) {
        var value = told.getValue(claim);
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString().strip())
                        .filter(text -> !text.isEmpty())
                        .orElse(null)
                : null;
    }

    /** Apple writes {@code "true"}. */
    private boolean saysYes(String claim) {
        return "true".equals(String.valueOf(told.getValue(claim)));
    }

    private @Nullable String avatar() {
        var image = text("avatar");
        return image == null ? null : "https://cdn.discordapp.com/avatars/%s/%s.png".formatted(text("id"), image);
    }

    private @Nullable String picture() {
        return told.getValue("picture") instanceof JsonObject picture
                        && picture.getValue("data") instanceof JsonObject data
                        && data.getValue("url") instanceof String url
                ? url
                : null;
    }

    private @Nullable String handle() {
        var server = provider.tenant()
                .authServerUrl()
                .map(URI::create)
                .map(URI::getHost)
                .orElse("");
        return text("username") == null ? null : "@%s@%s".formatted(text("username"), server);
    }

    private static @Nullable String name(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    }

    private static @Nullable String web(@Nullable String url) {
        return url != null && url.startsWith("https://") && url.length() <= LONGEST_URL ? url : null;
    }

    private static @Nullable String first(@Nullable String... wishes) {
        return Stream.of(wishes).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
