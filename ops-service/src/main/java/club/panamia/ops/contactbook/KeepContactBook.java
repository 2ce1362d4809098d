package club.panamia.ops.contactbook;

import club.panamia.ops.quota.OutOfQuota;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the contact book say what it should. What changes of somebody between two looks is one call; what is lost on the way is
 * told again. It does nothing unless {@code CONTACTS_PROVIDER} names a book.
 */
@Singleton
@Startup
class KeepContactBook {

    /** Well within their loan, one by one and with a call a second. */
    private static final int BATCH = 200;

    private final Contacts contacts;
    private final @Nullable ContactBook book;
    private final Tuple lists;

    /** @throws IllegalStateException one line that names the setting, when a book is unknown or something is missing */
    @Inject
    KeepContactBook(Contacts contacts, @All List<ContactBook> known, ContactBookSettings settings) {
        this(contacts, named(settings.provider(), known).orElse(null), settings.lists());
    }

    KeepContactBook(Contacts contacts, @Nullable ContactBook book, ContactBookSettings.Lists lists) {
        this.contacts = contacts;
        this.book = book;
        this.lists = book == null
                ? Tuple.tuple()
                : Tuple.of(
                        required("BREVO_LIST_WEBSITE", lists.website()),
                        required("BREVO_LIST_NEWSLETTER", lists.newsletter()),
                        required("BREVO_LIST_CONTACT", lists.contact()),
                        required("BREVO_LIST_PROFILE", lists.profile()));
    }

    private static Optional<ContactBook> named(String name, List<ContactBook> known) {
        if (name.equals("none")) {
            return Optional.empty();
        }
        var book = known.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "CONTACTS_PROVIDER is '%s': it takes none and brevo.".formatted(name)));
        book.requireSettings();
        return Optional.of(book);
    }

    private static int required(String setting, OptionalInt list) {
        return list.orElseThrow(() -> new IllegalStateException(
                setting + " is missing: the number of a list, which CONTACTS_PROVIDER needs."));
    }

    /** A bounded part of what there is to do; how much that was. */
    Uni<Integer> step() {
        var to = book;
        return to == null ? Uni.createFrom().item(0) : contacts.wish(lists).chain(wished -> tellDue(to, wished));
    }

    private Uni<Integer> tellDue(ContactBook to, int wished) {
        return contacts.take(BATCH).chain(due -> tell(to, due)).map(told -> wished + told);
    }

    /** In order, and no further than the first that fails: what follows may rest on it, and comes again with its loan's end. */
    private Uni<Integer> tell(ContactBook to, List<Contact> due) {
        return Multi.createFrom()
                .iterable(Errand.of(due))
                .onItem()
                .transformToUniAndConcatenate(errand -> run(to, errand))
                .collect()
                .with(Collectors.summingInt(told -> told))
                .onFailure(OutOfQuota.class)
                .recoverWithUni(failure -> contacts.postpone(due, failure.until()));
    }

    private Uni<Integer> run(ContactBook to, Errand errand) {
        return switch (errand) {
            case Errand.TakeOff off -> to.takeOff(off.list(), off.contacts()).replaceWith(0);
            case Errand.Delete delete -> to.delete(delete.contact()).chain(() -> contacts.deleted(delete.contact()));
            case Errand.Put put ->
                to.put(put.contacts())
                        .chain(numbers -> contacts.told(put.contacts(), numbers))
                        .onFailure(NotTaken.class)
                        .recoverWithUni(failure ->
                                contacts.failed(put.contacts(), failure).replaceWith(0));
        };
    }
}
