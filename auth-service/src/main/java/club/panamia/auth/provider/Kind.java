package club.panamia.auth.provider;

import java.util.List;

/** The providers that we know by name, with what their documents say; {@code OIDC} is any other with OpenID Connect Discovery. */
enum Kind {
    OIDC("", "", List.of("email", "profile")),
    GOOGLE("Google", "https://accounts.google.com", List.of("email", "profile")),
    /** Has no UserInfo endpoint; its client secret is a JWT that we sign. */
    APPLE("Apple", "https://appleid.apple.com", List.of("email", "name")),
    DISCORD("Discord", "https://discord.com", List.of("identify", "email")),
    FACEBOOK("Facebook", "https://www.facebook.com", List.of("email", "public_profile")),
    WIKIMEDIA("Wikimedia", "https://meta.wikimedia.org", List.of("identify", "email")),
    /** One provider per instance: its {@code server} says which. */
    MASTODON("Mastodon", "https://mastodon.social", List.of("read:accounts"));

    private final String label;
    private final String server;
    private final List<String> scopes;

    Kind(String label, String server, List<String> scopes) {
        this.label = label;
        this.server = server;
        this.scopes = scopes;
    }

    String label() {
        return label;
    }

    String server() {
        return server;
    }

    List<String> scopes() {
        return scopes;
    }

    /** Whether it signs ID tokens (OpenID Connect Core 1.0); the others speak OAuth 2.0 and tell by an API of theirs who it is. */
    boolean speaksOpenId() {
        return switch (this) {
            case OIDC, GOOGLE, APPLE -> true;
            case DISCORD, FACEBOOK, WIKIMEDIA, MASTODON -> false;
        };
    }

    /** The word of Auth.js for {@code accounts.type}. */
    String accountType() {
        return speaksOpenId() ? "oidc" : "oauth";
    }
}
