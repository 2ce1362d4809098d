package club.panamia.social.document;

import club.panamia.kernel.request.ETag;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** How ActivityPub documents are answered. */
public final class ActivityJson {

    public static final String TYPE = "application/activity+json";

    /** Asked for with a profile (ActivityPub, section 3.2); the answer is the same. */
    public static final String LD_TYPE = "application/ld+json";

    private static final String FOR_A_MINUTE = "public, max-age=60";
    public static final String STREAMS = "https://www.w3.org/ns/activitystreams";

    /** Every term beyond ActivityStreams that our documents use. */
    private static final JsonArray CONTEXT = new JsonArray()
            .add(STREAMS)
            .add("https://w3id.org/security/v1")
            .add("https://w3id.org/security/data-integrity/v1")
            .add("https://w3id.org/security/multikey/v1")
            .add(new JsonObject()
                    .put("manuallyApprovesFollowers", "as:manuallyApprovesFollowers")
                    .put("sensitive", "as:sensitive")
                    .put("Hashtag", "as:Hashtag")
                    .put("toot", "http://joinmastodon.org/ns#")
                    .put("discoverable", "toot:discoverable")
                    .put("indexable", "toot:indexable")
                    .put("suspended", "toot:suspended")
                    .put(
                            "alsoKnownAs",
                            new JsonObject().put("@id", "as:alsoKnownAs").put("@type", "@id"))
                    .put("movedTo", new JsonObject().put("@id", "as:movedTo").put("@type", "@id"))
                    .put(
                            "featured",
                            new JsonObject().put("@id", "toot:featured").put("@type", "@id"))
                    .put("Emoji", "toot:Emoji")
                    .put("blurhash", "toot:blurhash")
                    .put("votersCount", "toot:votersCount")
                    .put(
                            "focalPoint",
                            new JsonObject().put("@container", "@list").put("@id", "toot:focalPoint"))
                    .put("schema", "http://schema.org#")
                    .put("PropertyValue", "schema:PropertyValue")
                    .put("value", "schema:value")
                    .put("assertionMethod", "https://w3id.org/security#assertionMethod"));

    private ActivityJson() {}

    /** A document that stands by itself. */
    public static JsonObject document() {
        return new JsonObject().put("@context", CONTEXT);
    }

    /** The document, or 304 where the reader has it already. */
    public static RestResponse<String> answer(JsonObject document, String tag, @Nullable String known) {
        return ETag.isKnown(tag, known) ? head(Status.NOT_MODIFIED, tag).build() : whole(document.encode(), tag);
    }

    /** The collection of what answers a thing of this server: their ids. */
    public static RestResponse<String> replies(String uri, RowSet<Row> answers, @Nullable String known) {
        var uris = new JsonArray();
        answers.forEach(row -> uris.add(row.getString("uri")));
        var first = new JsonObject()
                .put("id", uri + "/replies#first")
                .put("type", "CollectionPage")
                .put("partOf", uri + "/replies")
                .put("items", uris);
        var document = document()
                .put("id", uri + "/replies")
                .put("type", "Collection")
                .put("totalItems", uris.size())
                .put("first", first);
        return answer(document, ETag.of(uris.encode()), known);
    }

    /** The tags of documents by their ids. */
    public static Map<String, String> tags(RowSet<Row> rows, Function<Row, String> tag) {
        return rows.stream().collect(Collectors.toMap(row -> row.getString("id"), tag));
    }

    public static Optional<String> tag(RowSet<Row> rows, Function<Row, String> tag) {
        return rows.stream().map(tag).findFirst();
    }

    static RestResponse<String> notModified(String tag) {
        return head(Status.NOT_MODIFIED, tag).build();
    }

    static RestResponse<String> whole(String document, String tag) {
        return head(Status.OK, tag)
                .header(HttpHeaders.CONTENT_TYPE, TYPE + "; charset=utf-8")
                .entity(document)
                .build();
    }

    /** For who has asked alone. */
    public static RestResponse<String> forYou(JsonObject document) {
        return ResponseBuilder.<String>create(Status.OK)
                .header(HttpHeaders.CONTENT_TYPE, TYPE + "; charset=utf-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", Signature")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(document.encode())
                .build();
    }

    /**
     * People are led to the page about it; whoever reads that knows where the document is.
     *
     * @param others where else it is told, each an {@link #alternate}
     */
    public static RestResponse<Void> page(String page, String uri, String... others) {
        var links = Stream.concat(Stream.of(alternate(uri, TYPE)), Stream.of(others));
        return ResponseBuilder.<Void>seeOther(URI.create(page))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.LINK, links.collect(Collectors.joining(", ")))
                .build();
    }

    /** The same thing, told otherwise (RFC 8288). */
    public static String alternate(String uri, String type) {
        return "<%s>; rel=\"alternate\"; type=\"%s\"".formatted(uri, type);
    }

    /** It was there, and is gone for good. */
    static RestResponse<String> gone(String uri, String formerType, String deleted) {
        var tombstone = document()
                .put("id", uri)
                .put("type", "Tombstone")
                .put("formerType", formerType)
                .put("deleted", deleted);
        return ResponseBuilder.<String>create(Status.GONE)
                .header(HttpHeaders.CONTENT_TYPE, TYPE + "; charset=utf-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .entity(tombstone.encode())
                .build();
    }

    private static ResponseBuilder<String> head(Status status, String tag) {
        return ResponseBuilder.<String>create(status)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
    }
}
