package club.panamia.auth.magiclink;

import static club.panamia.testing.http.Callers.COOKIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SignInCodeTest {

    @Inject
    SentMail mail;

    @Inject
    SignInCodes codes;

    private final Visitor ana = new Visitor();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void signsInWhereOneBegan() {
        ana.ask("ana@example.org");
        var code = mail.newest().code();

        var answer = ana.typeCode(code.substring(0, 3) + " " + code.substring(3));

        answer.then().statusCode(303).header("Location", "/account");
        assertThat(ana.isSignedIn()).isTrue();
        assertThat(ana.cookies).containsKeys(COOKIE, Visitor.KNOWN).doesNotContainKey(Visitor.PENDING);
    }

    @Test
    void signsInByTheApiToo() {
        ana.from("https://app.example.org").ask("ana@example.org");

        ana.sendCode(mail.newest().code()).then().statusCode(200).body("callbackUrl", is("/account"));

        assertThat(ana.isSignedIn()).isTrue();
    }

    @Test
    void isWorthNothingInAnotherBrowser() {
        ana.ask("ana@example.org");
        var code = mail.newest().code();
        var thief = new Visitor();

        thief.typeCode(code).then().statusCode(422);
        thief.cookies.put(Visitor.PENDING, "x".repeat(43));
        thief.typeCode(code).then().statusCode(422);
        thief.ask("bob@example.org");
        thief.typeCode(code).then().statusCode(422);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
        ana.typeCode(code).then().statusCode(303);
    }

    @Test
    void diesWithItsLinkAndTheLinkWithTheCode() {
        ana.ask("ana@example.org");
        var first = mail.newest();
        var pending = ana.cookies.get(Visitor.PENDING);
        ana.confirm(first).then().statusCode(303);
        ana.cookies.put(Visitor.PENDING, pending);
        ana.typeCode(first.code()).then().statusCode(422);

        ana.ask("ana@example.org");
        var second = mail.newest();
        ana.typeCode(second.code()).then().statusCode(303);
        new Visitor().confirm(second, "ana@example.org").then().statusCode(410);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isEqualTo(2);
    }

    @Test
    void isDeadAfterFiveTries() {
        ana.ask("ana@example.org");
        var code = mail.newest().code();
        for (var i = 0; i < 5; i++) {
            ana.typeCode(wrong(code)).then().statusCode(422).body(containsString("This code does not work"));
        }

        ana.typeCode(code).then().statusCode(422);

        assertThat(ana.isSignedIn()).isFalse();
        ana.confirm(mail.newest()).then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "12345x", "١٢٣٤٥٦", "' OR 1=1", "12 34"})
    void countsNoTryForWhatIsNoCode(String typed) {
        ana.ask("ana@example.org");

        ana.typeCode(typed).then().statusCode(422);

        assertThat(sql.one(Integer.class, "SELECT tries FROM verification_tokens"))
                .isZero();
    }

    @Test
    void allowsTenTriesADayForAnAddressHoweverOftenItAsks() {
        var browsers = IntStream.range(0, 3).mapToObj(i -> new Visitor()).toList();
        for (var i = 0; i < 10; i++) {
            var browser = browsers.get(i / 5);
            if (i % 5 == 0) {
                browser.ask("ana@example.org");
            }
            browser.typeCode(wrong(mail.newest().code())).then().statusCode(422);
        }
        browsers.get(2).ask("ana@example.org");

        var refused = browsers.get(2).sendCode(mail.newest().code());

        refused.then().statusCode(429).body("type", is("/problems/too-many-requests"));
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isGreaterThan(3600);
        browsers.get(2).confirm(mail.newest()).then().statusCode(303);
    }

    @Test
    void countsEveryTryOfAHundredAtOnce() {
        ana.ask("ana@example.org");
        var code = mail.newest().code();

        var answers = Race.of(100, i -> () -> {
            sql.run("DELETE FROM internal.rate_limit WHERE key LIKE 'confirm:%'");
            return new Visitor().sharing(ana).sendCode(wrong(code)).statusCode();
        });

        assertThat(answers).allMatch(status -> status == 422 || status == 429 || status == 503);
        assertThat(sql.one(Integer.class, "SELECT tries FROM verification_tokens"))
                .isEqualTo(5);
        sql.run("DELETE FROM internal.rate_limit");
        ana.typeCode(code).then().statusCode(422);
    }

    @Test
    void opensOneSessionForAHundredRightCodesAtOnce() {
        ana.ask("ana@example.org");
        var code = mail.newest().code();

        var answers = Race.of(100, i -> () -> {
            sql.run("DELETE FROM internal.rate_limit");
            return new Visitor().sharing(ana).sendCode(code).statusCode();
        });

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(answers).allMatch(status -> List.of(200, 422, 429, 503).contains(status));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM verification_tokens"))
                .isZero();
    }

    @Test
    void isSpreadOverAllSixDigits() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 2000; i++) {
            seen.add(codes.ofToken("token" + i).digits());
        }

        assertThat(seen).hasSizeGreaterThan(1980).allMatch(code -> code.matches("[0-9]{6}"));
        assertThat(seen.stream().map(code -> code.charAt(0)).distinct()).hasSize(10);
        assertThat(codes.ofToken("token1")).isEqualTo(codes.ofToken("token1"));
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
