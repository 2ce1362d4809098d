package club.panamia.content.mastodon;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_ARTICLE;

import club.panamia.content.mastodon.Threads.Known;
import club.panamia.kernel.problem.Problem;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The replies to a linked post: what is known of them, asked for anew where that is older than five minutes; what is old is better than nothing. */
@Singleton
class ReadThread {

    private final Threads threads;
    private final MastodonServer server;

    ReadThread(Threads threads, MastodonServer server) {
        this.threads = threads;
        this.server = server;
    }

    Uni<ThreadView> under(String slug) {
        return known(slug)
                .chain(known -> dueAddress(known)
                        .map(address -> renewed(slug, known, address))
                        .orElseGet(() -> view(known)));
    }

    private static Optional<PostAddress> dueAddress(Known known) {
        return Optional.ofNullable(known.view().postUrl())
                .filter(url -> known.isDue())
                .flatMap(PostAddress::find);
    }

    private Uni<ThreadView> renewed(String slug, Known known, PostAddress address) {
        return threads.claim(slug, address.url().toString())
                .call(claimed -> ask(claimed, address))
                .chain(claimed -> claimed.isPresent() ? known(slug).chain(ReadThread::view) : view(known));
    }

    /** Whoever is not the one to ask goes on with what is known. */
    private Uni<Void> ask(Optional<String> articleId, PostAddress address) {
        return articleId
                .map(id -> server.thread(address)
                        .chain(comments -> threads.keep(id, address.url().toString(), comments))
                        .onFailure(Problem.class)
                        .invoke(failure ->
                                Log.infof("comments not read article=%s reason=%s", id, failure.getMessage()))
                        .onFailure(Problem.class)
                        .recoverWithNull()
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Known> known(String slug) {
        return threads.under(slug)
                .map(known -> known.orElseThrow(
                        () -> NO_SUCH_ARTICLE.because("Nothing that is published has this address.")));
    }

    private static Uni<ThreadView> view(Known known) {
        return Uni.createFrom().item(known.view());
    }
}
