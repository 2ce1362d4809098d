package club.panamia.auth.provider;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import java.time.Duration;
import java.util.List;

/**
 * How Quarkus speaks with a provider: the code flow with PKCE (RFC 7636), state, and a nonce where there is an ID token. All
 * state of a flow is in encrypted cookies of its path, so that any process can go on where another one began.
 */
final class Tenants {

    /** What requests get that are no part of a flow. */
    static final OidcTenantConfig NONE =
            OidcTenantConfig.builder().tenantId("none").disableTenant().build();

    static final Duration LIFE_OF_FLOW = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String GRAPH = "https://graph.facebook.com";

    private Tenants() {}

    /** Whom we are to the provider. */
    record Client(String id, String secret, String teamId, String keyId) {}

    static OidcTenantConfig of(
            String id,
            Kind kind,
            String server,
            List<String> scopes,
            Client client,
            String callback,
            String stateSecret) {
        var path = callback.substring(callback.indexOf(Provider.PATH), callback.lastIndexOf('/'));
        var tenant = endpoints(kind, server)
                .tenantId(id)
                .applicationType(ApplicationType.WEB_APP)
                .connectionTimeout(PATIENCE)
                .allowUserInfoCache(false)
                .clientId(client.id());
        tenant.tokenStateManager().encryptionRequired(false).end();
        var flow = tenant.authentication()
                .redirectPath(callback)
                .restorePathAfterRedirect(false)
                .removeRedirectParameters(false)
                .cookiePath(path)
                .cookieForceSecure(callback.startsWith("https:"))
                .stateCookieAge(LIFE_OF_FLOW)
                .stateSecret(stateSecret)
                .pkceRequired()
                .scopes(scopes)
                .addOpenidScope(kind.speaksOpenId())
                .idTokenRequired(kind.speaksOpenId())
                .nonceRequired(kind.speaksOpenId())
                .userInfoRequired(kind != Kind.APPLE);
        if (kind == Kind.APPLE) {
            // Our callback turns the form into a query, so for Quarkus it stays the usual flow.
            flow.extraParam("response_mode", "form_post");
        }
        flow.end();
        authenticate(tenant, kind, server, client);
        return tenant.build();
    }

    private static OidcTenantConfigBuilder endpoints(Kind kind, String server) {
        return switch (kind) {
            case OIDC, GOOGLE, APPLE -> OidcTenantConfig.authServerUrl(server);
            case DISCORD -> oauth(server, "/oauth2/authorize", server + "/api/oauth2/token", server + "/api/users/@me");
            case FACEBOOK -> {
                var graph = server.equals(kind.server()) ? GRAPH : server;
                yield oauth(
                        server,
                        "/dialog/oauth",
                        graph + "/oauth/access_token",
                        graph + "/me?fields=id,name,email,picture");
            }
            case WIKIMEDIA -> {
                var rest = server + "/w/rest.php/oauth2";
                yield oauth(server, "/w/rest.php/oauth2/authorize", rest + "/access_token", rest + "/resource/profile");
            }
            case MASTODON ->
                oauth(
                        server,
                        "/oauth/authorize",
                        server + "/oauth/token",
                        server + "/api/v1/accounts/verify_credentials");
        };
    }

    private static OidcTenantConfigBuilder oauth(String server, String authorization, String token, String userInfo) {
        return OidcTenantConfig.authServerUrl(server)
                .discoveryEnabled(false)
                .authorizationPath(server + authorization)
                .tokenPath(token)
                .userInfoPath(userInfo);
    }

    private static void authenticate(OidcTenantConfigBuilder tenant, Kind kind, String server, Client client) {
        switch (kind) {
            case OIDC, GOOGLE, DISCORD -> tenant.credentials(client.secret());
            case FACEBOOK, WIKIMEDIA, MASTODON ->
                tenant.credentials().clientSecret(client.secret(), Method.POST).end();
            // https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret
            case APPLE ->
                tenant.credentials()
                        .clientSecret()
                        .method(Method.POST_JWT)
                        .end()
                        .jwt()
                        .key(client.secret())
                        .tokenKeyId(client.keyId())
                        .issuer(client.teamId())
                        .subject(client.id())
                        .audience(server)
                        .signatureAlgorithm("ES256")
                        .end()
                        .end();
        }
    }
}
