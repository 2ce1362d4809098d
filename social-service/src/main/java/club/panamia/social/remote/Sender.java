package club.panamia.social.remote;

import java.security.PublicKey;

/**
 * Somebody of another server and a key of theirs.
 *
 * @param actorUri whose key it is
 */
public record Sender(String actorUri, PublicKey key) {}
