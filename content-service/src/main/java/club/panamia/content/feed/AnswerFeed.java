package club.panamia.content.feed;

import club.panamia.content.feed.document.AtomDocument;
import club.panamia.content.feed.document.Feed;
import club.panamia.content.feed.document.JsonDocument;
import club.panamia.content.feed.document.RssDocument;
import club.panamia.content.feed.document.Site;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A feed for who does not know its state yet; for the others its state says that nothing has changed. */
@Singleton
class AnswerFeed {

    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final FeedStates states;
    private final PublishedItems published;
    private final Site site;
    private final ObjectMapper json;

    AnswerFeed(FeedStates states, PublishedItems published, Site site, ObjectMapper json) {
        this.states = states;
        this.published = published;
        this.site = site;
        this.json = json;
    }

    /** @param uri where the feed was asked for */
    Uni<RestResponse<String>> to(FeedQuestion question, Selection selection, UriInfo uri) {
        var format = question.format();
        return states.of(selection)
                .chain(state -> question.knows(state)
                        ? Uni.createFrom().item(head(Status.NOT_MODIFIED, state).build())
                        : whole(format, feed(selection, uri, state), selection, state));
    }

    private Feed feed(Selection selection, UriInfo uri, FeedState state) {
        return new Feed(selection.title(), site, site.at(uri.getRequestUri().getRawPath()), state.updated());
    }

    /** Fifty whole articles are half a megabyte, which takes milliseconds to write: on a worker thread. */
    private Uni<RestResponse<String>> whole(Format format, Feed empty, Selection selection, FeedState state) {
        return published
                .of(selection)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(items -> text(format, empty.holding(items)))
                .map(text -> head(Status.OK, state)
                        .header(HttpHeaders.CONTENT_TYPE, format.mediaType + "; charset=utf-8")
                        .entity(text)
                        .build());
    }

    private static ResponseBuilder<String> head(Status status, FeedState state) {
        return ResponseBuilder.<String>create(status)
                .header(HttpHeaders.ETAG, state.tag())
                .header(HttpHeaders.LAST_MODIFIED, state.lastModified())
                .header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR);
    }

    private String text(Format format, Feed feed) {
        return switch (format) {
            case RSS -> RssDocument.of(feed);
            case ATOM -> AtomDocument.of(feed);
            case JSON -> json(JsonDocument.of(feed));
        };
    }

    private String json(JsonDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed can be written as JSON", e);
        }
    }
}
