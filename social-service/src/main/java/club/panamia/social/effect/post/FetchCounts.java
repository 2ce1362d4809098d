package club.panamia.social.effect.post;

import club.panamia.social.remote.Documents;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** How polls of other servers stand, as these say now. Outside any transaction. */
@Singleton
public class FetchCounts {

    private final Documents documents;
    private final KeepCounts keepCounts;

    FetchCounts(Documents documents, KeepCounts keepCounts) {
        this.documents = documents;
        this.keepCounts = keepCounts;
    }

    /** @param uri of a post that is here and asks something */
    public Uni<Void> at(String uri) {
        return documents.at(uri).map(Note::fetched).chain(keepCounts::of);
    }
}
