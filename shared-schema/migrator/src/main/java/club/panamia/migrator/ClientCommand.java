package club.panamia.migrator;

import java.util.List;

/** What can be done with the programs that get tokens; a call that it does not understand is an IllegalArgumentException. */
sealed interface ClientCommand {

    String USAGE = """
            usage: oauth-client COMMAND
              add ID --grant GRANT… [--name TEXT] [--redirect URI]… [--audience ID]… [--scope WORD]… [--first-party] [--public]
                                          register a program and print its secret, once
              list                        show who is registered
              disable ID | enable ID      give it no tokens, and none of its tokens a yes; or take that back
              new-secret ID               print a new secret; the old one is worth nothing from then on
            GRANT is client_credentials, token_exchange or authorization_code; the last one needs --redirect.
            POSTGRES_DIRECT_URL must name the database as pana_migrator.""";

    record Add(ClientRegistration registration) implements ClientCommand {}

    record ListAll() implements ClientCommand {}

    record Enable(String id, boolean enabled) implements ClientCommand {}

    record NewSecret(String id) implements ClientCommand {}

    static ClientCommand parse(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "add" -> new Add(ClientRegistration.parse(rest));
            case "list" -> listAll(rest);
            case "disable" -> new Enable(id(rest), false);
            case "enable" -> new Enable(id(rest), true);
            case "new-secret" -> new NewSecret(id(rest));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static ClientCommand listAll(List<String> rest) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return new ListAll();
    }

    private static String id(List<String> rest) {
        if (rest.size() != 1 || rest.getFirst().startsWith("-")) {
            throw new IllegalArgumentException(USAGE);
        }
        return rest.getFirst();
    }
}
