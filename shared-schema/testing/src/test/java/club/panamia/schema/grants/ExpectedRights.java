package club.panamia.schema.grants;

import club.panamia.schema.fixture.Lines;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code rights.txt}, read. */
final class ExpectedRights {

    private static final Pattern VERB = Pattern.compile("([A-Z]+)(?:\\((!?)([a-z0-9_,]+)\\))?");

    private final Map<String, List<String>> columnsOfTable;

    private ExpectedRights(Map<String, List<String>> columnsOfTable) {
        this.columnsOfTable = columnsOfTable;
    }

    static Set<Right> read(Map<String, List<String>> columnsOfTable) {
        var expected = new ExpectedRights(columnsOfTable);
        return withoutWhatTheWholeCovers(Lines.of(ExpectedRights.class, "rights.txt").stream()
                .flatMap(expected::line)
                .collect(Collectors.toSet()));
    }

    private Stream<Right> line(String line) {
        var words = line.split("\\s+");
        return Role.meantBy(words[0]).stream()
                .flatMap(role -> Arrays.stream(words).skip(2).flatMap(verb -> rights(role, words[1], verb)));
    }

    private Stream<Right> rights(String role, String table, String word) {
        var verb = VERB.matcher(word);
        if (!verb.matches()) {
            throw new IllegalArgumentException(word);
        }
        return columns(table, verb.group(2), verb.group(3))
                .map(column -> new Right(role, table, verb.group(1), column));
    }

    private Stream<String> columns(String table, String not, String list) {
        if (list == null) {
            return Stream.of(Right.WHOLE);
        }
        var named = List.of(list.split(","));
        return not.isEmpty()
                ? named.stream()
                : columnsOfTable.get(table).stream().filter(column -> !named.contains(column));
    }

    /** A service may hold some columns by its group and the whole table by itself. */
    private static Set<Right> withoutWhatTheWholeCovers(Set<Right> rights) {
        var few = new HashSet<>(rights);
        few.removeIf(right -> !right.column().equals(Right.WHOLE)
                && rights.contains(new Right(right.role(), right.table(), right.verb(), Right.WHOLE)));
        return few;
    }
}
