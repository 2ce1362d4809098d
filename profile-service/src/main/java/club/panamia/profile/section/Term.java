package club.panamia.profile.section;

import java.util.List;

/** A word of a fixed vocabulary, as JSON documents and queries spell it. */
public interface Term {

    String key();

    /** Older spellings that mean the same. */
    default List<String> aliases() {
        return List.of();
    }
}
