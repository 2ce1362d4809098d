package club.panamia.dev.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every program that one suite started, so that none is forgotten when it stops, whenever that is. */
public final class Children {

    private final Consumer<Child> started;
    private final List<Child> all = new ArrayList<>();
    private boolean stopping;

    /** {@code started} hears of each program at once. */
    public Children(Consumer<Child> started) {
        this.started = started;
    }

    public synchronized Child start(
            String name, List<String> command, Map<String, String> settings, Path folder, Path log) {
        if (stopping) {
            throw new Fault("%s is not started: the suite is stopping.".formatted(name));
        }
        var child = Child.start(name, command, settings, folder, log);
        all.add(child);
        started.accept(child);
        return child;
    }

    /** From now on nothing is started; says what still runs, in the order in which it was started. */
    public synchronized List<Child> noMore() {
        stopping = true;
        return all.stream().filter(Child::isAlive).toList();
    }

    public synchronized boolean isStopping() {
        return stopping;
    }
}
