package club.panamia.kernel.csv;

import club.panamia.kernel.problem.CommonProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of comma-separated values, which may go on over several lines of text.
 *
 * @param number of the line of text where it begins, from 1
 * @param text as it stands in the file, without its end
 * @param cells a hundred at most, with the white space around them
 * @param fault what is wrong with it, as "has a quote that is never closed"; null where nothing is
 */
public record CsvLine(
        int number,
        String text,
        List<String> cells,
        @Nullable String fault) {

    /** The cells without the white space around them. */
    public List<String> words() {
        return cells.stream().map(String::strip).toList();
    }

    /** Refuses a line with a fault, saying where it is. */
    public CsvLine sound() {
        if (fault != null) {
            throw CommonProblem.INVALID.because("Line %d %s.".formatted(number, fault));
        }
        return this;
    }

    boolean isEmpty() {
        return fault == null && cells.size() == 1 && cells.getFirst().isBlank();
    }
}
