package club.panamia.auth.provider;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets Quarkus' OpenID Connect act only where {@link CodeFlow} calls it. Any other request gets a tenant that is switched off,
 * whatever cookies and parameters it brings: what a provider says of a person must never become an identity here.
 */
@ApplicationScoped
class TenantOfFlow implements TenantConfigResolver {

    private static final String FLOW = TenantOfFlow.class.getName();

    static void begin(RoutingContext context, Provider provider) {
        context.put(FLOW, provider);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> ignored) {
        return Uni.createFrom().item(context.get(FLOW) instanceof Provider provider ? provider.tenant() : Tenants.NONE);
    }
}
