package club.panamia.testing.seed;

/** Somebody who exists in the database and is signed in. */
public record Person(String id, String email, String screenname, String sessionToken) {}
