package club.panamia.social.proof;

import static club.panamia.social.proof.Finding.DOES_NOT;
import static club.panamia.social.proof.Finding.LINKS_BACK;
import static club.panamia.social.proof.Finding.UNKNOWN;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import club.panamia.social.home.Home;
import club.panamia.social.rule.ServerRules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/** Looks at the page behind a link: HTML of a mebibyte at most, within ten seconds and three redirects. */
@Singleton
class AskPage {

    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    /** A page of nothing but tags takes a hundred times its size while it is read. */
    private static final int READ_AT_ONCE = 1;

    private final GuardedHttp http;
    private final ServerRules rules;
    private final WorkerExecutor workers;
    private final Home home;

    AskPage(GuardedHttp http, ServerRules rules, Vertx vertx, Home home) {
        this.http = http;
        this.rules = rules;
        this.workers = vertx.createSharedWorkerExecutor("pages-of-people", READ_AT_ONCE);
        this.home = home;
    }

    Uni<Finding> behind(LinkToProve link) {
        return rules.isClosed(link.host())
                .chain(closed -> closed ? Uni.createFrom().item(DOES_NOT) : ask(link))
                .onFailure(Refused.class)
                .recoverWithItem(AskPage::refused);
    }

    private Uni<Finding> ask(LinkToProve link) {
        return http.send(GuardedCall.get(URI.create(link.url()))
                        .accepting("text/html", "application/xhtml+xml")
                        .header("User-Agent", home.userAgent()))
                .chain(answer -> read(link.owner(), answer));
    }

    private Uni<Finding> read(Owner owner, GuardedAnswer answer) {
        if (answer.status() >= 500 || LATER.contains(answer.status())) {
            return Uni.createFrom().item(UNKNOWN);
        }
        return answer.succeeded()
                ? workers.executeBlocking(() -> found(owner, answer), false)
                : Uni.createFrom().item(DOES_NOT);
    }

    private static Finding found(Owner owner, GuardedAnswer answer) {
        return LinksBack.to(owner, answer.body(), answer.uri()) ? LINKS_BACK : DOES_NOT;
    }

    private static Finding refused(Throwable failure) {
        return switch (((Refused) failure).reason()) {
            case UNKNOWN_HOST, UNREACHABLE, TOO_SLOW -> UNKNOWN;
            case BAD_URL, FORBIDDEN_ADDRESS, TOO_MANY_REDIRECTS, TOO_LARGE, WRONG_TYPE -> DOES_NOT;
        };
    }
}
