package club.panamia.social.signature;

import java.security.PrivateKey;

/**
 * A key to sign with.
 *
 * @param id its address, under which others find the public half
 * @param key RSA
 */
public record SigningKey(String id, PrivateKey key) {}
