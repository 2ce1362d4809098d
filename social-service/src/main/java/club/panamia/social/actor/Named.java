package club.panamia.social.actor;

/** Actors by their handles, {@code name@domain} in any case, of this server and of others. */
public final class Named {

    private Named() {}

    /** The actor's id, a subselect; {@code parameter} holds a whole handle, as {@link club.panamia.social.home.Home#handle}. */
    public static String id(String parameter) {
        return """
                (SELECT named.id FROM social_actors named
                  WHERE lower(named.username) = lower(split_part(%1$s, '@', 1)) AND lower(named.domain) = lower(split_part(%1$s, '@', 2)))
                """.formatted(parameter);
    }
}
