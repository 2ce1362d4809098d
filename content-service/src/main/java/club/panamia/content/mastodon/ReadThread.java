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
        return known(slug).chain(known -> renewedWhereDue(slug, known));
    }

    private Uni<ThreadView> renewedWhereDue(String slug, Known known) {
        var url = known.view().postUrl();
        var address = url == null || !known.isDue() ? Optional.<PostAddress>empty() : PostAddress.find(url);
        return address.isEmpty() ? view(known) : renewed(slug, known, address.get());
    }

    /** Whoever is not the one to ask goes on with what is known. */
    private Uni<ThreadView> renewed(String slug, Known known, PostAddress address) {
        return threads.claim(slug, address.url().toString())
                .chain(claimed -> claimed.isEmpty() ? view(known) : asked(slug, claimed.get(), address));
    }

    private Uni<ThreadView> asked(String slug, String articleId, PostAddress address) {
        return server.thread(address)
                .chain(comments -> threads.keep(articleId, address.url().toString(), comments))
                .onFailure(Problem.class)
                .invoke(failure -> Log.infof("comments not read article=%s reason=%s", articleId, failure.getMessage()))
                .onFailure(Problem.class)
                .recoverWithNull()
                .chain(() -> known(slug))
                .map(Known::view);
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
