package club.panamia.ops.contactbook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One call, or some that belong together, on behalf of contacts that are due. */
sealed interface Errand {

    /** From so many alike on, they go together. */
    int WORTH_A_BATCH = 10;

    int MOST_OFF_AT_ONCE = 150;

    record TakeOff(int list, List<Contact> contacts) implements Errand {}

    record Delete(Contact contact) implements Errand {}

    record Put(List<Contact> contacts) implements Errand {}

    /** Who are wanted on the same lists go together. */
    record Alike(List<Integer> lists, boolean barred) {
        static Alike of(Contact contact) {
            return new Alike(contact.lists(), contact.barred());
        }
    }

    /** In the order in which they are to be run: nobody counts as told before they have left what they are to leave. */
    static List<Errand> of(List<Contact> due) {
        var errands = new ArrayList<Errand>();
        leaving(due)
                .forEach((list, leavers) -> inPieces(leavers).forEach(piece -> errands.add(new TakeOff(list, piece))));
        due.stream().filter(Contact::gone).map(Delete::new).forEach(errands::add);
        due.stream()
                .filter(contact -> !contact.gone())
                .collect(Collectors.groupingBy(Alike::of))
                .values()
                .forEach(alike -> errands.addAll(puts(alike)));
        return errands;
    }

    private static TreeMap<Integer, List<Contact>> leaving(List<Contact> due) {
        var leaving = new TreeMap<Integer, List<Contact>>();
        for (var contact : due) {
            contact.listsThere().stream()
                    .filter(contact::isToLeave)
                    .forEach(list -> leaving.computeIfAbsent(list, any -> new ArrayList<>())
                            .add(contact));
        }
        return leaving;
    }

    /** A batch cannot say that somebody is barred no longer. */
    private static List<Put> puts(List<Contact> alike) {
        var parts = alike.stream().collect(Collectors.partitioningBy(Contact::isToBeUnbarred));
        var rest = List.copyOf(parts.getOrDefault(false, List.of()));
        var together = rest.size() < WORTH_A_BATCH ? alone(rest) : Stream.of(new Put(rest));
        return Stream.concat(alone(parts.getOrDefault(true, List.of())), together)
                .toList();
    }

    private static Stream<Put> alone(List<Contact> contacts) {
        return contacts.stream().map(contact -> new Put(List.of(contact)));
    }

    private static Stream<List<Contact>> inPieces(List<Contact> contacts) {
        return IntStream.iterate(0, from -> from < contacts.size(), from -> from + MOST_OFF_AT_ONCE)
                .mapToObj(from -> contacts.subList(from, Math.min(contacts.size(), from + MOST_OFF_AT_ONCE)));
    }
}
