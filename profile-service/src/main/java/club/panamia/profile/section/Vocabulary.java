package club.panamia.profile.section;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that a document of the form {@code {"art": true}} may use; older spellings are understood and become today's. */
public final class Vocabulary<T extends Enum<T> & Term> {

    private final Class<T> type;
    private final Map<String, T> bySpelling = new HashMap<>();

    Vocabulary(Class<T> type) {
        this.type = type;
        for (var term : type.getEnumConstants()) {
            spellings(term).forEach(spelling -> bySpelling.put(spelling, term));
        }
    }

    public Optional<T> find(String spelling) {
        return Optional.ofNullable(bySpelling.get(spelling));
    }

    /** What was chosen, in today's spelling and the vocabulary's order; what is false or unknown was not. */
    public Map<String, Boolean> chosen(Map<String, @Nullable Boolean> document) {
        var terms = new LinkedHashMap<String, Boolean>();
        for (var term : terms(document)) {
            terms.put(term.key(), true);
        }
        return terms;
    }

    /** The same as a list of keys. */
    public List<String> keys(Map<String, ?> document) {
        return terms(document).stream().map(Term::key).toList();
    }

    /** The words that are meant; what is unknown or blank is passed over. */
    public List<T> all(@Nullable List<String> spellings) {
        return spellings == null
                ? List.of()
                : spellings.stream()
                        .flatMap(spelling -> find(spelling).stream())
                        .distinct()
                        .toList();
    }

    /** Every spelling of these words: rows may be older than the vocabulary. */
    public List<String> spellings(List<T> terms) {
        return terms.stream().flatMap(Vocabulary::spellings).toList();
    }

    /** Every spelling that a row may have, with the word that it means. */
    public Map<String, T> bySpelling() {
        return Map.copyOf(bySpelling);
    }

    private Set<T> terms(Map<String, ?> document) {
        var terms = EnumSet.noneOf(type);
        document.forEach((spelling, chosen) -> {
            if (Boolean.TRUE.equals(chosen)) {
                find(spelling).ifPresent(terms::add);
            }
        });
        return terms;
    }

    private static Stream<String> spellings(Term term) {
        return Stream.concat(Stream.of(term.key()), term.aliases().stream());
    }
}
