package club.panamia.dev.frontdoor;

import club.panamia.dev.mail.Mailbox;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** The pages of the suite itself: where everything is, and the mailbox. */
public final class SuitePages implements Consumer<HttpServerRequest> {

    private final IndexPage index;
    private final MailPages mail;

    public SuitePages(IndexPage index, Mailbox mailbox) {
        this.index = index;
        this.mail = new MailPages(mailbox);
    }

    @Override
    public void accept(HttpServerRequest request) {
        var path = request.path();
        if (path == null || (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD)) {
            Problems.notFound(request);
            return;
        }
        switch (path) {
            case "/" -> index.show(request);
            case "/dev/mail" -> mail.list(request);
            case "/dev/mail.json" -> mail.json(request);
            case "/favicon.ico" -> request.response().setStatusCode(204).end();
            default -> showMail(path, request);
        }
    }

    private void showMail(String path, HttpServerRequest request) {
        if (path.matches("/dev/mail/\\d{1,18}")) {
            mail.show(request, Long.parseLong(path.substring("/dev/mail/".length())));
        } else if (path.matches("/dev/mail/\\d{1,18}/html")) {
            mail.body(request, Long.parseLong(path.split("/")[3]));
        } else {
            Problems.notFound(request);
        }
    }
}
