package club.panamia.migrator;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program that wants tokens, as an operator describes it (RFC 6749, section 2).
 *
 * @param isPublic runs where nobody can keep a secret: a browser, a phone
 * @param firstParty one of our own: people are not asked, and it may get tokens for the suite itself
 */
record ClientRegistration(
        String id,
        String name,
        List<String> grants,
        List<String> redirectUris,
        List<String> audiences,
        List<String> scopes,
        boolean isPublic,
        boolean firstParty) {

    private static final Set<String> GRANTS = Set.of("client_credentials", "token_exchange", "authorization_code");
    private static final Set<String> LISTS = Set.of("--grant", "--name", "--redirect", "--audience", "--scope");
    private static final Set<String> FLAGS = Set.of("--public", "--first-party");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}[a-z0-9]");
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}");
    private static final String SUITE = "pana";

    ClientRegistration {
        require(
                ID.matcher(id).matches() && !id.equals(SUITE),
                "'%s' cannot be a client's id: three to 64 lower-case letters, digits and hyphens, a letter first, and not '%s'."
                        .formatted(id, SUITE));
        require(
                !grants.isEmpty() && GRANTS.containsAll(grants),
                "--grant is needed and one of "
                        + String.join(", ", GRANTS.stream().sorted().toList()) + ".");
        require(
                !isPublic || grants.equals(List.of("authorization_code")),
                "A --public client has no secret, so it can use the grant authorization_code only.");
        require(
                grants.contains("authorization_code") != redirectUris.isEmpty(),
                "--redirect belongs to the grant authorization_code, which needs it.");
        require(
                firstParty || !audiences.contains(SUITE),
                "Only a --first-party client gets tokens for the audience 'pana', which is the suite itself.");
        redirectUris.forEach(ClientRegistration::requireSafe);
        scopes.forEach(scope ->
                require(SCOPE.matcher(scope).matches(), "'%s' is no scope (RFC 6749, section 3.3).".formatted(scope)));
    }

    static ClientRegistration parse(List<String> words) {
        Map<String, List<String>> given = new HashMap<>();
        var rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            var takesValue = LISTS.contains(word);
            if ((takesValue && rest.isEmpty()) || (word.startsWith("-") && !takesValue && !FLAGS.contains(word))) {
                throw new IllegalArgumentException(ClientCommand.USAGE);
            }
            var key = word.startsWith("-") ? word : "ID";
            given.computeIfAbsent(key, each -> new ArrayList<>()).add(takesValue ? rest.removeFirst() : word);
        }
        return of(given);
    }

    private static ClientRegistration of(Map<String, List<String>> given) {
        var ids = given.getOrDefault("ID", List.of());
        if (ids.size() != 1) {
            throw new IllegalArgumentException(ClientCommand.USAGE);
        }
        return new ClientRegistration(
                ids.getFirst(),
                given.getOrDefault("--name", ids).getLast(),
                given.getOrDefault("--grant", List.of()),
                given.getOrDefault("--redirect", List.of()),
                given.getOrDefault("--audience", List.of()),
                given.getOrDefault("--scope", List.of()),
                given.containsKey("--public"),
                given.containsKey("--first-party"));
    }

    /** https, a page on this very machine, or an app's own scheme with a dot in it (RFC 8252, section 7.1). */
    private static void requireSafe(String uri) {
        try {
            var parsed = URI.create(uri);
            var scheme = String.valueOf(parsed.getScheme());
            var safe = switch (scheme) {
                case "https" -> parsed.getHost() != null;
                case "http" -> LOOPBACK.contains(String.valueOf(parsed.getHost()));
                default -> scheme.contains(".");
            };
            require(
                    safe && parsed.getFragment() == null && parsed.getUserInfo() == null,
                    "'%s' cannot be a redirect URI: https, http on this machine or an app's own scheme such as org.example.app:/done, without a fragment."
                            .formatted(uri));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' cannot be a redirect URI: %s".formatted(uri, e.getMessage()));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
