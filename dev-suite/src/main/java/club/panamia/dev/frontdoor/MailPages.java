package club.panamia.dev.frontdoor;

import club.panamia.dev.mail.Mail;
import club.panamia.dev.mail.Mailbox;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The mails that the suite sent, for people at {@code /dev/mail} and for programs at {@code /dev/mail.json?to=}. */
final class MailPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Mailbox mailbox;

    MailPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void json(HttpServerRequest request) {
        var mails = new JsonArray();
        asked(request).forEach(mail -> mails.add(json(mail)));
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(mails.encodePrettily());
    }

    void list(HttpServerRequest request) {
        var mails = asked(request);
        var rows = mails.stream()
                .map(mail -> """
                        <tr><td><time>%s</time></td><td>%s</td><td><a href="/dev/mail/%d">%s</a></td></tr>
                        """.formatted(
                                TIME.format(mail.at()),
                                Html.escaped(mail.to()),
                                mail.number(),
                                Html.escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject())))
                .collect(Collectors.joining());
        var table = mails.isEmpty()
                ? "<p class=\"empty\">No mail yet. Reload when something was sent.</p>"
                : """
                        <table><caption>%d, newest first</caption>
                        <thead><tr><th scope="col">Time</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                        <tbody>%s</tbody></table>
                        """.formatted(mails.size(), rows);
        var to = Html.escaped(request.getParam("to", ""));
        Html.send(request, "Mailbox", """
                <nav aria-label="Breadcrumb"><a href="/">Pana suite</a> / Mailbox</nav>
                <h1>Mailbox</h1>
                <p>Every mail that the suite sent since it started. Nothing leaves this machine.</p>
                <form method="get" action="/dev/mail"><label>Only to <input type="email" name="to" value="%s"></label>
                <button>Show</button></form>
                %s
                <p class="aside">For programs: <a href="/dev/mail.json">/dev/mail.json?to=</a></p>
                """.formatted(to, table));
    }

    void show(HttpServerRequest request, long number) {
        mailbox.numbered(number).ifPresentOrElse(mail -> show(request, mail), () -> Problems.notFound(request));
    }

    /** The mail's own HTML, as a stranger's: it may not run anything or load anything. */
    void body(HttpServerRequest request, long number) {
        mailbox.numbered(number)
                .ifPresentOrElse(
                        mail -> request.response()
                                .putHeader("Content-Type", "text/html; charset=utf-8")
                                .putHeader("Cache-Control", "no-store")
                                .putHeader("X-Content-Type-Options", "nosniff")
                                .putHeader(
                                        "Content-Security-Policy",
                                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                                .end("<base target=\"_blank\">" + mail.html()),
                        () -> Problems.notFound(request));
    }

    private void show(HttpServerRequest request, Mail mail) {
        var links = mail.links().stream()
                .map(Html::escaped)
                .map(link -> "<li><a href=\"%s\">%s</a></li>".formatted(link, link))
                .collect(Collectors.joining());
        Html.send(request, mail.subject(), """
                <nav aria-label="Breadcrumb"><a href="/">Pana suite</a> / <a href="/dev/mail">Mailbox</a> / Mail %d</nav>
                <h1>%s</h1>
                <dl><dt>To</dt><dd>%s</dd><dt>From</dt><dd>%s</dd><dt>At</dt><dd>%s</dd></dl>
                %s
                <h2>Text</h2>
                <pre>%s</pre>
                %s
                """.formatted(
                        mail.number(),
                        Html.escaped(mail.subject()),
                        Html.escaped(mail.to()),
                        Html.escaped(mail.from()),
                        TIME.format(mail.at()),
                        links.isEmpty() ? "" : "<h2>Links</h2><ul class=\"links\">" + links + "</ul>",
                        Html.escaped(mail.text()),
                        mail.html().isEmpty()
                                ? ""
                                : "<h2>HTML</h2><iframe title=\"The mail's HTML\" src=\"/dev/mail/%d/html\"></iframe>"
                                        .formatted(mail.number())));
    }

    private List<Mail> asked(HttpServerRequest request) {
        var to = request.getParam("to");
        return to == null || to.isBlank() ? mailbox.all() : mailbox.to(to.strip());
    }

    private static JsonObject json(Mail mail) {
        return new JsonObject()
                .put("number", mail.number())
                .put("at", mail.at().toString())
                .put("from", mail.from())
                .put("to", mail.to())
                .put("subject", mail.subject())
                .put("text", mail.text())
                .put("html", mail.html())
                .put("links", new JsonArray(mail.links()));
    }
}
