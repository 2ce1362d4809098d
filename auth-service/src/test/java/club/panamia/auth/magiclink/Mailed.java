package club.panamia.auth.magiclink;

/** What stands in a sign-in mail. */
record Mailed(String link, String token, String code, String locale) {}
