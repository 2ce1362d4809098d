package club.panamia.kernel.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the whole house agrees on. Every name stands in docs/operations.md. */
@ConfigMapping(prefix = "pana.house")
public interface Settings {

    /** Where people reach the suite: scheme and host, no path; also the issuer of tokens. */
    URI publicUrl();

    /** Further origins whose pages may call us with a person's cookie. */
    Optional<List<String>> allowedOrigins();

    /** Addresses that become administrators once auth-service has seen them proven. */
    Optional<List<String>> adminEmails();

    /** The cookie's Domain attribute, where sidecars live on sub-domains. */
    Optional<String> cookieDomain();

    /** Where the public keys of auth-service are read. */
    URI jwksUrl();

    /** Where the front end shows people and articles: {@code {screenname}} and {@code {slug}} are filled in. */
    @WithDefault("/p/{screenname}")
    String profilePath();

    @WithDefault("/a/{slug}")
    String articlePath();

    /** Where it lets people act upon what they have found on another server, whose address comes where {@code {uri}} stands. */
    @WithDefault("/authorize_interaction?uri={uri}")
    String remoteFollowPath();

    /** Over https the cookie has a name that browsers guard. */
    default boolean secure() {
        return "https".equals(publicUrl().getScheme());
    }
}
