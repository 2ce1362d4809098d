package club.panamia.pages;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Opens a page where the desktop has a program for that; elsewhere the printed address has to do. */
final class Browser {

    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private Browser() {}

    static void open(URI address) {
        for (var opener : OPENERS) {
            try {
                new ProcessBuilder(opener, address.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            } catch (IOException e) {
                // Not installed here; try the next.
            }
        }
    }
}
