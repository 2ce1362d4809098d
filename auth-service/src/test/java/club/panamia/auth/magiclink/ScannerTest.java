package club.panamia.auth.magiclink;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What mail scanners, link previews and prefetchers do with a link, replayed. None gets a session, and the link still opens. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ScannerTest {

    private static final String PAGE = "/login/confirm";
    private static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

    @Inject
    SentMail mail;

    private final Visitor ana = new Visitor();
    private final Sql sql = TestDatabase.get().sql();

    @TestFactory
    Stream<DynamicTest> getsNoSession() {
        return behaviours().entrySet().stream()
                .map(behaviour -> DynamicTest.dynamicTest(behaviour.getKey(), () -> replay(behaviour.getValue())));
    }

    private void replay(Function<Mailed, Response> behaviour) {
        sql.run("DELETE FROM internal.rate_limit");
        sql.run("DELETE FROM verification_tokens");
        sql.run("DELETE FROM sessions");
        var visitor = new Visitor();
        visitor.ask("ana@example.org");
        var sent = mail.newest();

        var answer = behaviour.apply(sent);

        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.statusCode())
                .matches(status -> status < 300 || status >= 400, "is no redirect")
                .isLessThan(500);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
        assertThat(sql.one(Integer.class, "SELECT tries FROM verification_tokens"))
                .isZero();
        visitor.confirm(sent).then().statusCode(303);
    }

    private static Map<String, Function<Mailed, Response>> behaviours() {
        return Map.ofEntries(
                Map.entry("reads the link", sent -> scanner().get(at(sent))),
                Map.entry("asks for the head only", sent -> scanner().head(at(sent))),
                Map.entry(
                        "reads it twenty times",
                        sent -> last(20, () -> scanner().get(at(sent)))),
                Map.entry("asks what is allowed", sent -> scanner().options(at(sent))),
                Map.entry(
                        "prefetches",
                        sent -> scanner()
                                .header("Sec-Purpose", "prefetch;prerender")
                                .header("Purpose", "prefetch")
                                .get(at(sent))),
                Map.entry(
                        "previews as a chat",
                        sent -> scanner()
                                .header("User-Agent", "Slackbot-LinkExpanding 1.0")
                                .get(at(sent))),
                Map.entry(
                        "opens it as a browser with scripts",
                        sent -> scanner()
                                .header("User-Agent", BROWSER)
                                .header("Sec-Fetch-Mode", "navigate")
                                .header("Sec-Fetch-Site", "none")
                                .header("Sec-Fetch-User", "?1")
                                .get(at(sent))),
                Map.entry(
                        "reads a part",
                        sent -> scanner().header("Range", "bytes=0-99").get(at(sent))),
                Map.entry("presses the button without saying from where", sent -> form(sent, scanner())),
                Map.entry(
                        "presses the button from its own sandbox",
                        sent -> form(sent, scanner().header("Origin", "null"))),
                Map.entry(
                        "presses the button from a foreign page",
                        sent -> form(sent, scanner().header("Origin", "https://scanner.example"))),
                Map.entry("presses the button on our page in its own browser", sent -> form(sent, ours())),
                Map.entry(
                        "presses the button without an origin as a browser does",
                        sent -> form(sent, scanner().header("Sec-Fetch-Site", "same-origin"))),
                Map.entry(
                        "fills the field with its own address",
                        sent -> form(sent, ours().formParam("email", "scanner@scanner.example"))),
                Map.entry(
                        "fills the field with nonsense",
                        sent -> form(sent, ours().formParam("email", "test test test"))),
                Map.entry("types the code that the page shows", ScannerTest::typeShownCode),
                Map.entry(
                        "types the code with a cookie that it made up",
                        sent -> ours().cookie(Visitor.PENDING, "A".repeat(43))
                                .contentType(ContentType.URLENC)
                                .formParam("code", sent.code())
                                .post("/login/code")),
                Map.entry(
                        "presses the button with a cookie that it made up",
                        sent -> form(sent, ours().cookie(Visitor.PENDING, "A".repeat(43)))),
                Map.entry(
                        "sends the form as JSON",
                        sent -> ours().contentType(ContentType.JSON)
                                .body(Map.of("token", sent.token()))
                                .post(PAGE)),
                Map.entry(
                        "puts the token into the address of a form",
                        sent -> ours().contentType(ContentType.URLENC).post(at(sent))),
                Map.entry(
                        "puts it there with PUT",
                        sent -> ours().contentType(ContentType.URLENC)
                                .formParam("token", sent.token())
                                .put(PAGE)),
                Map.entry("changes the link a little", sent -> scanner().get(at(sent) + "%20")),
                Map.entry("adds marks of its own", sent -> scanner().get(at(sent) + "&utm_source=scanner")));
    }

    @Test
    void knowsMoreThanTwentyBehaviours() {
        assertThat(behaviours()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void canReadBeforeDuringAndAfterAndThePersonStillGetsIn() {
        ana.ask("ana@example.org");
        var sent = mail.newest();
        scanner().get(at(sent)).then().statusCode(200);
        ana.openLink(sent).then().statusCode(200);
        scanner().get(at(sent)).then().statusCode(200);

        ana.confirm(sent).then().statusCode(303);

        scanner().get(at(sent)).then().statusCode(410);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
    }

    private static Response typeShownCode(Mailed sent) {
        var page = ours().get(at(sent)).asString();
        assertThat(page).contains(sent.code());
        return ours().contentType(ContentType.URLENC)
                .formParam("code", sent.code())
                .post("/login/code");
    }

    private static Response last(int times, java.util.function.Supplier<Response> read) {
        return Stream.generate(read)
                .limit(times)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Response form(Mailed sent, RequestSpecification scanner) {
        return scanner.contentType(ContentType.URLENC)
                .formParam("token", sent.token())
                .post(PAGE);
    }

    private static RequestSpecification scanner() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }

    private static RequestSpecification ours() {
        return given().redirects()
                .follow(false)
                .header("Origin", Callers.PUBLIC_URL)
                .header("User-Agent", BROWSER);
    }

    private static String at(Mailed sent) {
        return PAGE + "?token=" + sent.token();
    }
}
