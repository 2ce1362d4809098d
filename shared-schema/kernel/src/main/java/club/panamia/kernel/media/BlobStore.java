package club.panamia.kernel.media;

import io.smallrye.mutiny.Uni;

/**
 * Where files are kept, by keys such as {@code profile/2c26b4…/960.jpg}. What stands before the last slash is a group, and goes as a
 * whole. Keys are ours, never a caller's.
 */
public interface BlobStore {

    /** Keeps it; whoever reads sees all of it or nothing. A second time changes nothing. */
    Uni<Void> put(String key, byte[] content);

    /** What was kept; fails with the problem not-found. */
    Uni<byte[]> get(String key);

    /** Removes a group and whatever an interrupted {@link #put} has left in it; one that is not there is fine. */
    Uni<Void> remove(String group);
}
