package club.panamia.dev;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.process.Fault;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was asked for on the command line. */
record Options(boolean fresh, boolean empty, Action action, Optional<Ports> ports, List<String> command) {

    enum Action {
        RUN,
        DETACH,
        SMOKE,
        BESIDE,
        STOP,
        STATUS
    }

    static Options parse(String... arguments) {
        var fresh = false;
        var empty = false;
        var action = Action.RUN;
        var ports = Optional.<Ports>empty();
        var command = List.<String>of();
        var rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            var argument = rest.remove();
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--detach" -> action = only(action, Action.DETACH);
                case "--smoke" -> action = only(action, Action.SMOKE);
                case "--with" -> {
                    action = only(action, Action.BESIDE);
                    command = command(rest);
                }
                case "--stop" -> action = only(action, Action.STOP);
                case "--status" -> action = only(action, Action.STATUS);
                case "--port-base" -> ports = Optional.of(new Ports(number(rest.poll())));
                default -> throw new Fault("'%s' is not an option: bin/dev --help lists them.".formatted(argument));
            }
        }
        return new Options(fresh, empty, action, ports, command);
    }

    private static Action only(Action before, Action asked) {
        if (before != Action.RUN) {
            throw new Fault("--detach, --smoke, --with, --stop and --status exclude each other.");
        }
        return asked;
    }

    /** All that follows is the command's own. */
    private static List<String> command(ArrayDeque<String> rest) {
        var command = List.copyOf(rest);
        rest.clear();
        if (command.isEmpty()) {
            throw new Fault("--with needs a command, such as --with examples/bookings-sidecar/bin/test.");
        }
        return command;
    }

    private static int number(String text) {
        if (text == null || !text.matches("\\d{1,5}")) {
            throw new Fault("--port-base needs a port number, such as --port-base 18080.");
        }
        return Integer.parseInt(text);
    }
}
