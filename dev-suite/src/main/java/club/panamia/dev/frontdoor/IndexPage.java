package club.panamia.dev.frontdoor;

import club.panamia.dev.layout.SuiteService;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where everything of the suite is: the first page that a new developer opens. */
public final class IndexPage {

    private static final Map<SuiteService, String> PURPOSE = Map.of(
            SuiteService.AUTH, "People, sign-in by magic link, sessions, tokens",
            SuiteService.PROFILE, "Profiles, their review, the directory",
            SuiteService.CONTENT, "Articles, co-authors, announcements, feeds",
            SuiteService.SOCIAL, "Posts, follows, likes, the fediverse",
            SuiteService.MENTORING, "Mentors, sessions, intake forms",
            SuiteService.ENGAGEMENT, "Notifications, lists, interactions",
            SuiteService.OPS, "Contact, newsletter, mail, administration");

    private final Map<SuiteService, Integer> ports;
    private final Function<SuiteService, CompletableFuture<Boolean>> ready;
    private final String database;

    /** {@code ready} must not block; {@code database} says in a few words how the database is reached. */
    public IndexPage(
            Map<SuiteService, Integer> ports,
            Function<SuiteService, CompletableFuture<Boolean>> ready,
            String database) {
        this.ports = ports;
        this.ready = ready;
        this.database = database;
    }

    void show(HttpServerRequest request) {
        var answers = Arrays.stream(SuiteService.values()).map(ready).toList();
        var all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        Future.fromCompletionStage(all).onComplete(done -> show(request, answers));
    }

    private void show(HttpServerRequest request, List<CompletableFuture<Boolean>> answers) {
        var rows = Arrays.stream(SuiteService.values())
                .map(service -> row(service, answers.get(service.ordinal()).getNow(false)))
                .collect(Collectors.joining());
        Html.send(request, "Pana suite", """
                <h1>Pana suite</h1>
                <p>The backend of the Pana MIA community on this machine: seven services behind this address, over one PostgreSQL 16.</p>
                <ul class="cards">
                <li><a href="/dev/mail"><strong>Mailbox</strong><span>Every mail that the suite sent</span></a></li>
                <li><a href="/api/directory"><strong>Directory</strong><span>A first call that needs no sign-in</span></a></li>
                </ul>
                <h2>Services</h2>
                <table><thead><tr><th scope="col">Service</th><th scope="col">State</th><th scope="col">Look inside</th></tr></thead>
                <tbody>%s</tbody></table>
                <h2>Database</h2>
                <p>%s. Every address and secret of this suite stands in <code>.dev/suite.env</code>:</p>
                <pre>set -a; . .dev/suite.env; psql "$POSTGRES_DIRECT_URL"</pre>
                <h2>Sign in</h2>
                <p>Ask for a link with <code>POST /api/auth/magic-link</code> and open it from the <a href="/dev/mail">mailbox</a>.
                <code>admin@pana.test</code> becomes an admin.</p>
                """.formatted(rows, Html.escaped(database)));
    }

    private String row(SuiteService service, boolean up) {
        var origin = "http://localhost:" + ports.get(service);
        return """
                <tr><th scope="row">%s<small>%s</small></th>
                <td><span class="%s">%s</span></td>
                <td class="places"><a href="%s/q/swagger-ui/">Swagger UI</a> <a href="%s/q/health">Health</a> <a href="%s/q/metrics">Metrics</a></td></tr>
                """.formatted(
                        service.module(),
                        PURPOSE.get(service),
                        up ? "up" : "down",
                        up ? "ready" : "not ready",
                        origin,
                        origin,
                        origin);
    }
}
