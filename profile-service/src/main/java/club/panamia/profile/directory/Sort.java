package club.panamia.profile.directory;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order people are listed, and what a cursor holds of it. Equal ones are told apart by their ids. */
enum Sort {
    RELEVANCE(true),
    DISTANCE(false),
    NEWEST(true),
    NAME(false),
    SHUFFLE(false);

    final boolean descending;

    Sort(boolean descending) {
        this.descending = descending;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sort> named(String label) {
        return Arrays.stream(values())
                .filter(sort -> sort.label().equals(label))
                .findAny();
    }

    /** The column {@code sort_key} of a row, as a cursor writes it. */
    Object key(Row row) {
        return switch (this) {
            case RELEVANCE -> row.getInteger("sort_key");
            case DISTANCE -> row.getDouble("sort_key");
            case NEWEST -> row.getOffsetDateTime("sort_key").toInstant();
            case NAME, SHUFFLE -> row.getString("sort_key");
        };
    }

    /** The same, as a parameter. */
    Object parameter(Cursor cursor, int part) {
        try {
            return switch (this) {
                case RELEVANCE -> Integer.valueOf(cursor.text(part));
                case DISTANCE -> distance(cursor.text(part));
                case NEWEST -> cursor.time(part);
                case NAME, SHUFFLE -> cursor.text(part);
            };
        } catch (NumberFormatException e) {
            throw INVALID.because("The cursor is not one that this list gave out.")
                    .at("cursor", "must be a nextCursor of this list");
        }
    }

    /** Nobody is at a distance that is no number. */
    private static Double distance(String text) {
        var miles = Double.valueOf(text);
        if (!Double.isFinite(miles)) {
            throw new NumberFormatException(text);
        }
        return miles;
    }
}
