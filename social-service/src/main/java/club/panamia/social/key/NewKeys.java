package club.panamia.social.key;

/**
 * The keys of a new actor; the private halves are encrypted.
 *
 * @param rsaPublic SPKI in PEM, as ActivityPub servers read it
 * @param ed25519Public a Multikey's publicKeyMultibase (FEP-521a)
 */
public record NewKeys(String rsaPublic, byte[] rsaPrivate, String ed25519Public, byte[] ed25519Private) {}
