package club.panamia.auth.token;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.BearerTokens;
import club.panamia.kernel.identity.Roles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says (RFC 9068, section 2.2).
 *
 * @param id {@code jti}, by which it can be revoked
 * @param person null for a program that acts for itself: such a token names no session, and so nobody's service takes it for a
 *     member's
 * @param clientId the program that asked for it; null where a person did
 * @param scope words separated by blanks
 */
public record TokenClaims(
        String id,
        String audience,
        @Nullable Actor person,
        @Nullable String clientId,
        @Nullable String scope) {

    private static final Set<String> NO_MORE_THAN_A_MEMBER = Set.of(Roles.MEMBER);

    /** A person's own, for the suite, with all that the session may do. */
    static TokenClaims of(Actor person) {
        return new TokenClaims(Ids.next(), BearerTokens.AUDIENCE, person, null, null);
    }

    /** A person's in the hands of a program, which cannot rise above a member. */
    public static TokenClaims ofPersonIn(String clientId, String id, String audience, String scope, Actor person) {
        var member = new Actor(person.userId(), person.screenname(), NO_MORE_THAN_A_MEMBER, person.sessionId());
        return new TokenClaims(id, audience, member, clientId, scope);
    }

    /** A program's own. */
    public static TokenClaims ofProgram(String clientId, String audience, String scope) {
        return new TokenClaims(Ids.next(), audience, null, clientId, scope);
    }

    /** A token's name ahead of the rest: the code that it is exchanged for remembers it. */
    public static String newId() {
        return Ids.next();
    }
}
