package club.panamia.dev;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.process.Fault;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/** What was asked for on the command line. */
record Options(boolean fresh, boolean empty, Action action, Optional<Ports> ports) {

    enum Action {
        RUN,
        DETACH,
        SMOKE,
        STOP,
        STATUS
    }

    static Options parse(String... arguments) {
        var fresh = false;
        var empty = false;
        var action = Action.RUN;
        var ports = Optional.<Ports>empty();
        var rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            var argument = rest.remove();
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--detach" -> action = only(action, Action.DETACH);
                case "--smoke" -> action = only(action, Action.SMOKE);
                case "--stop" -> action = only(action, Action.STOP);
                case "--status" -> action = only(action, Action.STATUS);
                case "--port-base" -> ports = Optional.of(new Ports(number(rest.poll())));
                default -> throw new Fault("'%s' is not an option: bin/dev --help lists them.".formatted(argument));
            }
        }
        return new Options(fresh, empty, action, ports);
    }

    private static Action only(Action before, Action asked) {
        if (before != Action.RUN) {
            throw new Fault("--detach, --smoke, --stop and --status exclude each other.");
        }
        return asked;
    }

    private static int number(String text) {
        if (text == null || !text.matches("\\d{1,5}")) {
            throw new Fault("--port-base needs a port number, such as --port-base 18080.");
        }
        return Integer.parseInt(text);
    }
}
