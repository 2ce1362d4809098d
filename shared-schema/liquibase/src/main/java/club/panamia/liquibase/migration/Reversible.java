package club.panamia.liquibase.migration;

import java.util.Arrays;
import java.util.Optional;

/** What a migration's header promises about its way back. */
public enum Reversible {
    YES("Yes"),
    NO("No"),
    /** The structure comes back, some data does not: only on demand. */
    PARTIAL("Partial");

    private final String word;

    Reversible(String word) {
        this.word = word;
    }

    static Optional<Reversible> of(String text) {
        return Arrays.stream(values()).filter(each -> each.word.equals(text)).findFirst();
    }
}
