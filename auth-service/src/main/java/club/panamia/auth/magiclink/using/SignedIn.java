package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Proof;

/** Somebody came in: the token of the new session, and what they proved. */
record SignedIn(String sessionToken, Proof proof) {}
