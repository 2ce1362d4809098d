package club.panamia.content.mastodon;

import static club.panamia.content.mastodon.PostProblem.POST_NOT_READ;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What a Mastodon server tells everybody about a post. Failures of whatever kind are {@link PostProblem#POST_NOT_READ}. */
@Singleton
class MastodonServer {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final GuardedHttp http;
    private final ObjectMapper json;

    MastodonServer(GuardedHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    Uni<Post> post(PostAddress address) {
        return read(address.post()).map(Post::of);
    }

    /** Read on a worker thread: a busy thread is a megabyte of JSON and HTML. */
    Uni<List<MastodonComment>> thread(PostAddress address) {
        return read(address.thread())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(context -> MastodonComment.all(context, address));
    }

    private Uni<JsonNode> read(URI uri) {
        return http.send(GuardedCall.get(uri).accepting("application/json").within(WITHIN))
                .map(this::document)
                .onFailure(Refused.class)
                .transform(refused -> POST_NOT_READ.because(
                        "Its server says nothing that we can use; is the post public, and its address right?"));
    }

    private JsonNode document(GuardedAnswer answer) {
        if (!answer.succeeded()) {
            throw POST_NOT_READ.because("Its server answers %d; is the post public?".formatted(answer.status()));
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw POST_NOT_READ.because("What its server says is no JSON.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
