package club.panamia.social.document;

import club.panamia.kernel.request.ETag;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Documents for everybody as they were lately answered. Hundreds of servers ask for what is new at once and ask later whether it has
 * changed, so that an answer counts for a moment, however many ask meanwhile; they themselves may keep it for a minute.
 */
@Singleton
public class Lately {

    private static final int MOST_CHARACTERS = 8 << 20;
    private static final int BESIDE = 200;

    private final Cache<String, Answered> answers;

    Lately(@ConfigProperty(name = "pana.documents.hold", defaultValue = "1S") Duration hold) {
        // What it has to tidy up is less than waking another thread for it.
        this.answers = Caffeine.newBuilder()
                .executor(Runnable::run)
                .expireAfterWrite(hold)
                .maximumWeight(MOST_CHARACTERS)
                .<String, Answered>weigher((uri, answered) -> answered.size())
                .build();
    }

    /**
     * As it was answered a moment ago; else the version is asked for, where the reader knows one, and then the whole.
     *
     * @param version the tag that is right now, if there is such a document for everybody
     */
    public Uni<RestResponse<String>> answer(
            String uri,
            @Nullable String known,
            Supplier<Uni<Optional<String>>> version,
            Supplier<Uni<RestResponse<String>>> whole) {
        return kept(uri, known)
                .map(answer -> Uni.createFrom().item(answer))
                .orElseGet(() -> known == null ? whole.get() : unchanged(uri, known, version, whole));
    }

    private Uni<RestResponse<String>> unchanged(
            String uri,
            String known,
            Supplier<Uni<Optional<String>>> version,
            Supplier<Uni<RestResponse<String>>> whole) {
        return version.get()
                .chain(tag -> tag.isPresent() && ETag.isKnown(tag.get(), known)
                        ? Uni.createFrom().item(unchanged(uri, tag.get()))
                        : whole.get());
    }

    /** Nothing where the database must be asked. */
    public Optional<RestResponse<String>> kept(String uri, @Nullable String known) {
        var answered = answers.getIfPresent(uri);
        if (answered == null) {
            return Optional.empty();
        }
        return ETag.isKnown(answered.tag, known)
                ? Optional.of(ActivityJson.notModified(answered.tag))
                : Optional.ofNullable(answered.document).map(document -> ActivityJson.whole(document, answered.tag));
    }

    /** What the reader has is still right. */
    public RestResponse<String> unchanged(String uri, String tag) {
        answers.asMap().putIfAbsent(uri, new Answered(tag, null));
        return ActivityJson.notModified(tag);
    }

    public RestResponse<String> whole(String uri, JsonObject document, String tag) {
        var written = document.encode();
        answers.put(uri, new Answered(tag, written));
        return ActivityJson.whole(written, tag);
    }

    /** @param document null where none was asked for */
    private record Answered(String tag, @Nullable String document) {

        int size() {
            return BESIDE + (document == null ? 0 : document.length());
        }
    }
}
