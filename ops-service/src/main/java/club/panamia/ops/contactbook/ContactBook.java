package club.panamia.ops.contactbook;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * Where contacts are kept. Whatever is told twice comes to the same. Fails with {@link NotTaken} when it will not have somebody,
 * with {@link club.panamia.ops.quota.OutOfQuota} when it has to be left alone for a while, and in any other way when it is in trouble.
 */
interface ContactBook {

    /** As it stands in {@code CONTACTS_PROVIDER}. */
    String name();

    /** Fails, naming the setting, when the book lacks what it needs. */
    void requireSettings();

    /**
     * Adds them or changes them, and puts them on lists; they lack none, and leave none by this. All of them are wanted on the
     * same lists, and barred or not.
     *
     * @return by address, under which number the book knows them, as far as it says
     */
    Uni<Map<String, Long>> put(List<Contact> alike);

    /** Takes them off a list, those who are on it. */
    Uni<Void> takeOff(int list, List<Contact> contacts);

    /** Forgets somebody, if it knows them. */
    Uni<Void> delete(Contact contact);
}
