package club.panamia.migrator;

import java.util.Arrays;
import java.util.List;

/** What the program can be asked to do; a call that it does not understand is an IllegalArgumentException. */
sealed interface Command {

    String USAGE = """
            usage: migrate COMMAND
              up                          apply what is pending, then the grants
              status                      list what is applied and what is pending
              rollback N [--accept-loss]  take back the newest N by their Rollback
              validate                    compare the applied history with the files
              roles                       make the roles and their passwords (as an administrator)
              new-sidecar NAME [--auth]   make a sidecar's role and schema (as an administrator)
              oauth-client COMMAND        register programs that want tokens (see bin/oauth-client --help)
              rotate-keys [--leaked]      let auth-service sign with a new key
            POSTGRES_DIRECT_URL (or POSTGRES_DIRECT_URL_FILE) names the database, not through a pooler.
            exit code: 0 done, 1 refused or failed, 2 called wrongly""";

    record Up() implements Command {}

    record Status() implements Command {}

    record Validate() implements Command {}

    record Rollback(int count, boolean acceptLoss) implements Command {}

    record Roles() implements Command {}

    record NewSidecar(String name, boolean auth) implements Command {}

    record OAuthClient(ClientCommand client) implements Command {}

    record RotateKeys(boolean leaked) implements Command {}

    static Command parse(String... arguments) {
        var words = Arrays.asList(arguments);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "up" -> alone(rest, new Up());
            case "status" -> alone(rest, new Status());
            case "validate" -> alone(rest, new Validate());
            case "roles" -> alone(rest, new Roles());
            case "rollback" -> new Rollback(count(value(rest, "--accept-loss")), rest.contains("--accept-loss"));
            case "new-sidecar" -> new NewSidecar(value(rest, "--auth"), rest.contains("--auth"));
            case "oauth-client" -> new OAuthClient(ClientCommand.parse(rest));
            case "rotate-keys" -> rotateKeys(rest);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Command rotateKeys(List<String> rest) {
        return rest.equals(List.of("--leaked")) ? new RotateKeys(true) : alone(rest, new RotateKeys(false));
    }

    private static Command alone(List<String> rest, Command command) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return command;
    }

    /** The one word beside the one flag. */
    private static String value(List<String> rest, String flag) {
        var values = rest.stream().filter(word -> !word.equals(flag)).toList();
        if (values.size() != 1 || values.getFirst().startsWith("-")) {
            throw new IllegalArgumentException(USAGE);
        }
        return values.getFirst();
    }

    private static int count(String word) {
        if (!word.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    "rollback needs how many migrations to take back, for example: rollback 1");
        }
        return Integer.parseInt(word);
    }
}
