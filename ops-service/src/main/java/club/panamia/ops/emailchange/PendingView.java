package club.panamia.ops.emailchange;

import java.time.Instant;

/** A change that waits for the new address to prove itself. */
record PendingView(String newEmail, Instant expiresAt) {}
