package club.panamia.profile.directory;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.media.MediaFiles;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.secret.Sha256;
import club.panamia.profile.section.Viewer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** A page of the directory as one statement: who is on it and in which order, and then what the cards of these few show. */
final class DirectoryQuestion {

    private static final String CARDS = """
            SELECT c.id, f.sort_key, f.miles, c.name, c.address_locality, c.categories, c.counties, c.mentoring, c.verification,
                   c.descriptions ->> 'fiveWords' AS five_words, c.descriptions ->> 'details' AS details,
                   c.descriptions ->> 'tags' AS tags, c.images,
                   (SELECT u.screenname FROM users u WHERE u.id = c.user_id) AS screenname
              FROM (%s) f JOIN profiles c ON c.id = f.id
             ORDER BY f.sort_key %2$s, f.id %2$s
            """;

    private static final String SOME = """
            SELECT p.id, %s AS sort_key, %s AS miles
              FROM %s
             WHERE %s%s
             ORDER BY %s
             LIMIT %d
            """;

    /** Which parts a cursor has: the order, where a shuffle began, the key and the id of the last one. */
    private static final int PARTS = 4;

    private final Found found;
    private final Sort sort;
    private final String start;
    private final Optional<Cursor> after;
    private final String sql;

    private DirectoryQuestion(Found found, Sort sort, String seed, Optional<Cursor> after, int most) {
        this.found = found;
        this.sort = sort;
        this.after = after;
        after.ifPresent(cursor -> requireSame(sort, cursor));
        start = after.map(cursor -> cursor.text(1))
                .orElseGet(() -> sort == Sort.SHUFFLE ? Sha256.hex(seed).substring(0, 32) : "");
        var some = sort == Sort.SHUFFLE ? shuffled(most) : sorted(most);
        sql = CARDS.formatted(some, sort.descending ? "DESC" : "ASC");
    }

    static DirectoryQuestion of(DirectorySearch search, PageQuery page, Viewer viewer, String today) {
        var seed = Optional.ofNullable(search.seed).orElse(today);
        return new DirectoryQuestion(Found.by(search, viewer), search.sort(), seed, page.after(PARTS), page.rows());
    }

    /** Some of those who were found, the same ones for the same seed. */
    static DirectoryQuestion some(Found found, String seed, int most) {
        return new DirectoryQuestion(found, Sort.SHUFFLE, seed, Optional.empty(), most);
    }

    String sql() {
        return sql;
    }

    Tuple values() {
        return found.values();
    }

    Cursor position(DirectoryEntry entry) {
        return Cursor.of(sort.label(), start, entry.sortKey(), entry.id());
    }

    DirectoryEntry entry(Row row, MediaFiles files) {
        return DirectoryEntry.of(row, sort, files);
    }

    /** How many stands there as a number: whoever plans for all values would otherwise expect a tenth of everybody. */
    private String sorted(int rows) {
        var key = key();
        var keyset = after.map(cursor -> "   AND (%s, p.id) %s (%s, %s)\n"
                        .formatted(
                                key,
                                sort.descending ? "<" : ">",
                                found.value(sort.parameter(cursor, 2)),
                                found.value(cursor.text(3))))
                .orElse("");
        var order = (sort.descending ? "%s DESC, p.id DESC" : "%s, p.id").formatted(key);
        return switch (sort) {
            case RELEVANCE -> found.words().ranked(found, keyset, order, rows);
            case DISTANCE -> found.nearest(keyset, rows) + some(key, key, "", order, rows);
            default -> some(key, found.miles(), keyset, order, rows);
        };
    }

    private String some(String key, String miles, String keyset, String order, int rows) {
        return SOME.formatted(key, miles, found.from("profiles p"), found.where(), keyset, order, rows);
    }

    /** The order of the index is a ring: from the start to its end, and then from its beginning to the start. */
    private String shuffled(int rows) {
        var key = after.map(cursor -> cursor.text(2)).orElse("0" + start);
        var id = after.map(cursor -> cursor.text(3)).orElse("");
        if (key.startsWith("1")) {
            return lap("1", key.substring(1), id, rows);
        }
        return "(%s) UNION ALL (%s) ORDER BY sort_key, id LIMIT %d"
                .formatted(lap("0", key.isEmpty() ? "" : key.substring(1), id, rows), lap("1", "", "", rows), rows);
    }

    private String lap(String number, String fromKey, String fromId, int rows) {
        var key = found.few() ? "(md5(p.id) || '')" : "md5(p.id)";
        var ahead = "   AND (%s, p.id) > (%s, %s)\n".formatted(key, found.value(fromKey), found.value(fromId));
        var before = number.equals("1") ? "   AND %s < %s\n".formatted(key, found.value(start)) : "";
        return some("'%s' || %s".formatted(number, key), found.miles(), ahead + before, key + ", p.id", rows);
    }

    /** What has an index is spelled otherwise where the index of the order is not wanted. */
    private String key() {
        return switch (sort) {
            case RELEVANCE -> found.words().relevance();
            case DISTANCE -> found.miles();
            case NEWEST -> found.few() ? "(p.created_at + interval '0')" : "p.created_at";
            case NAME -> found.few() ? "(p.folded_name || '')" : "p.folded_name";
            case SHUFFLE -> throw new IllegalStateException("a shuffle goes in laps");
        };
    }

    private static void requireSame(Sort sort, Cursor cursor) {
        if (!cursor.text(0).equals(sort.label())) {
            throw INVALID.because("The cursor belongs to another order.")
                    .at("cursor", "must be a nextCursor of this list");
        }
    }
}
