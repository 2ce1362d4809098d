package club.panamia.docs.tables;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docs/tables.yaml} says of one table.
 *
 * @param owner the service that writes it
 * @param waits for which later work its writers or readers wait, if for any
 */
record Entry(
        String owner,
        @JsonProperty("written by") @Nullable List<String> writers,
        @JsonProperty("read by") @Nullable List<String> readers,
        @Nullable List<String> tests,
        @JsonProperty("waits for") @Nullable String waits) {

    Entry {
        writers = writers == null ? List.of() : writers;
        readers = readers == null ? List.of() : readers;
        tests = tests == null ? List.of() : tests;
    }

    boolean isWhole() {
        return !writers.isEmpty() && !readers.isEmpty() && !tests.isEmpty();
    }
}
