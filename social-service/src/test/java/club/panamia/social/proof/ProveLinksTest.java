package club.panamia.social.proof;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages are asked for once a member looks, and are proven by linking back. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProveLinksTest extends Provable {

    @Test
    void provesThePageThatLinksBack() {
        site.on("/hers", 200, "text/html; charset=utf-8", linkBack());
        site.on("/others", 200, "text/html", "<a rel=\"me\" href=\"https://c.example/@Cleo\">Cleo</a>");
        names(site.url("/hers"), site.url("/others"));

        assertThat(proven()).isEmpty();
        look();

        assertThat(proven()).containsExactly(site.url("/hers"));
        assertThat(as(ana).get("/api/social/actors/me")
                        .then()
                        .extract()
                        .jsonPath()
                        .getString("actor.fields[0].verifiedAt"))
                .endsWith("Z");
        assertThat(as(ben).get("/api/social/search?q=ana")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("actors[0].fields.verifiedAt"))
                .hasSize(2)
                .satisfiesOnlyOnce(since -> assertThat(since).isNotNull());
        assertThat(site.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.headers())
                        .containsEntry("Accept", List.of("text/html, application/xhtml+xml"))
                        .containsEntry("User-agent", List.of(home.userAgent())));
    }

    @Test
    void asksForWhatAMemberLooksAtAndOnlyOnce() {
        site.on("/hers", 200, "text/html", "Hola.");
        names(site.url("/hers"));

        anonymous().get("/api/social/actors/Ana").then().statusCode(200);
        look();
        assertThat(rows("true")).isZero();

        as(ana).get("/api/social/actors/me").then().statusCode(200);
        proven();
        look();
        proven();
        look();
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void followsWhereItIsLedThreeTimesAtMost() {
        IntStream.range(0, 4)
                .forEach(n -> site.on("/r" + n, exchange -> {
                    exchange.getResponseHeaders().set("Location", n == 0 ? "/hers/" : "/r" + (n - 1));
                    exchange.sendResponseHeaders(302, -1);
                }));
        site.on("/hers", 200, "text/html", "<a rel=me href='%s'>".formatted(home.profile("Ana")));
        names(site.url("/r2"), site.url("/r3"));

        proven();
        look();

        assertThat(proven()).containsExactly(site.url("/r2"));
    }

    @Test
    void takesNothingForAPageThatIsTooBigOrNoHtmlOrNotThere() {
        site.on("/big", 200, "text/html", linkBack() + " ".repeat(1 << 20));
        site.on("/text", 200, "text/plain", linkBack());
        site.on("/none", 404, "text/html", linkBack());
        names(site.url("/big"), site.url("/text"), site.url("/none"));

        proven();
        look();

        assertThat(proven()).isEmpty();
        assertThat(site.asked()).hasSize(3);
        assertThat(rows("checked_at IS NOT NULL AND attempts = 1")).isEqualTo(3);
    }

    @Test
    void asksNobodyWithinAndNotThisServerItself() {
        names("https://10.0.0.1/", "https://169.254.169.254/latest", "ftp://a.example/", home.profile("Ana"));

        proven();
        look();

        assertThat(proven()).isEmpty();
        assertThat(rows("checked_at IS NOT NULL AND verified_at IS NULL")).isEqualTo(3);
    }

    @Test
    void asksNoServerFromWhichNothingIsTaken() {
        site.on("/hers", 200, "text/html", linkBack());
        names(site.url("/hers"));
        as(new Seed().admin("Olga"))
                .contentType(ContentType.JSON)
                .body(Map.of("severity", "suspend"))
                .put("/api/social/server-rules/localhost:" + site.port())
                .then()
                .statusCode(204);

        proven();
        look();

        assertThat(site.asked()).isEmpty();
        assertThat(rows("checked_at IS NOT NULL AND verified_at IS NULL")).isOne();
    }
}
