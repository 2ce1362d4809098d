package club.panamia.docs.settings;

import java.util.Optional;

/**
 * A name that some code takes from its environment.
 *
 * @param reader as the page calls the module that reads it
 * @param fallback what holds where it is not set, if the place says so
 */
record Setting(String name, String reader, Optional<String> fallback, String file) {

    @Override
    public String toString() {
        return "%s (%s)".formatted(name, file);
    }
}
