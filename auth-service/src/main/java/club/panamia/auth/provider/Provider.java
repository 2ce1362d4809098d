package club.panamia.auth.provider;

import io.quarkus.oidc.OidcTenantConfig;

/**
 * A provider that is switched on.
 *
 * @param id what people's accounts are kept under
 * @param label its name as people know it
 * @param tenant how Quarkus speaks with it
 */
record Provider(String id, Kind kind, String label, Trust trust, OidcTenantConfig tenant) {

    static final String PATH = "/login/provider/";

    String startPath() {
        return PATH + id;
    }

    /** Where the provider sends browsers back to; the address that is registered with it. */
    String callbackPath() {
        return startPath() + "/callback";
    }

    boolean isTrusted() {
        return trust == Trust.TRUSTED;
    }
}
