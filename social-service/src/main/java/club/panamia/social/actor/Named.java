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

    /** The same; {@code domain} is this server's, of whose people former names count, too. */
    public static String idNowOrFormerly(String parameter, String domain) {
        return """
                coalesce(
                  %3$s,
                  (SELECT former.id FROM screenname_history h JOIN profiles owner ON owner.user_id = h.user_id
                     JOIN social_actors former ON former.profile_id = owner.id
                    WHERE lower(h.screenname) = lower(split_part(%1$s, '@', 1)) AND lower(split_part(%1$s, '@', 2)) = %2$s))
                """.formatted(parameter, domain, id(parameter));
    }
}
