package club.panamia.auth.account;

/**
 * An account at another provider.
 *
 * @param provider its id here, such as {@code google}
 * @param id the provider's own id of it, which never changes
 * @param type {@code oidc} or {@code oauth}, the words of Auth.js
 */
public record ForeignAccount(String provider, String id, String type) {}
