package club.panamia.social.backfill;

import club.panamia.social.remote.Documents;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What answers a post, by ids, as the post's own server lists it: fifty at most, from five pages at most. */
@Singleton
class Answers {

    private static final int MOST = 50;
    private static final int PAGES = 5;

    private final Documents documents;

    Answers(Documents documents) {
        this.documents = documents;
    }

    /** Outside any transaction. */
    Uni<List<String>> to(String uri) {
        return documents
                .at(uri)
                .chain(post -> under(post, "replies", uri))
                .chain(collection -> page(collection, uri, List.of(), PAGES));
    }

    private Uni<List<String>> page(JsonObject page, String uri, List<String> before, int pages) {
        var found = new ArrayList<>(before);
        Stream.of("items", "orderedItems")
                .flatMap(term -> Ld.refs(page, term).stream())
                .forEach(found::add);
        var next = Ld.value(page, "first") == null ? "next" : "first";
        return found.size() >= MOST || pages == 0 || Ld.value(page, next) == null
                ? Uni.createFrom().item(List.copyOf(found.subList(0, Math.min(found.size(), MOST))))
                : under(page, next, uri).chain(further -> page(further, uri, found, pages - 1));
    }

    /** It stands there, or at an address of the same server; an empty thing, where it does not. */
    private Uni<JsonObject> under(JsonObject thing, String term, String uri) {
        var whole = Ld.object(thing, term);
        var address = Ld.ref(thing, term);
        if (whole != null && isListed(whole)) {
            return Uni.createFrom().item(whole);
        }
        return Host.isSame(uri, address)
                ? documents.at(Objects.requireNonNull(address))
                : Uni.createFrom().item(new JsonObject());
    }

    private static boolean isListed(JsonObject collection) {
        return Stream.of("items", "orderedItems", "first").anyMatch(term -> Ld.value(collection, term) != null);
    }
}
