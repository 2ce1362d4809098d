package club.panamia.social.draft;

import club.panamia.kernel.identity.Actor;
import java.util.Set;

/**
 * A draft whose time has come.
 *
 * @param locked whether its author may not sign in any more
 */
record Due(String id, Actor author, boolean locked) {

    static Due of(Object[] row) {
        var author = new Actor((String) row[1], (String) row[2], Set.of(), "");
        return new Due((String) row[0], author, (boolean) row[3]);
    }
}
