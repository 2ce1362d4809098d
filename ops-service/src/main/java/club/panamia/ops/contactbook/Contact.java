package club.panamia.ops.contactbook;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the contact book should know them.
 *
 * @param listsThere lists that the book may have them on
 * @param barredThere whether the book may have them barred
 * @param wish which of all the things that were ever wanted of them
 */
record Contact(
        String id,
        String email,
        @Nullable String name,
        List<Integer> lists,
        List<Integer> listsThere,
        boolean barred,
        boolean barredThere,
        boolean gone,
        int wish) {

    static Contact of(Row row) {
        return new Contact(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                List.of(row.getArrayOfIntegers("list_ids")),
                List.of(row.getArrayOfIntegers("lists_there")),
                row.getBoolean("barred"),
                row.getBoolean("barred_there"),
                row.getBoolean("gone"),
                row.getInteger("wish"));
    }

    /** All but the last word of the name, or its only one. */
    String firstName() {
        var words = words();
        return words.size() < 2 ? String.join("", words) : String.join(" ", words.subList(0, words.size() - 1));
    }

    /** The last of several words; nothing where there is but one. */
    String lastName() {
        var words = words();
        return words.size() < 2 ? "" : words.getLast();
    }

    boolean isToLeave(Integer list) {
        return !gone && !lists.contains(list);
    }

    /** Whether the book has to be told that it may write to them again. */
    boolean isToBeUnbarred() {
        return barredThere && !barred;
    }

    private List<String> words() {
        return Arrays.stream(Objects.requireNonNullElse(name, "").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
