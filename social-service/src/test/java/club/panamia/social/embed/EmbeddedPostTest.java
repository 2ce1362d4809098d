package club.panamia.social.embed;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.said;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a post is quoted elsewhere. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmbeddedPostTest extends Embedding {

    @ParameterizedTest
    @ValueSource(strings = {"public", "quiet"})
    void saysWhatThePageShows(String visibility) {
        var id = said(ana, "Hola **todos**", visibility);
        sql.run("UPDATE social_statuses SET language = 'es', published = '2026-05-04 10:00Z'");

        var answer = ask(page(id));

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=60")
                .body("type", is("rich"))
                .body("version", is("1.0"))
                .body("title", is("Hola todos"))
                .body("author_name", is("Name of Ana"))
                .body("author_url", is(PUBLIC_URL + "/p/Ana"))
                .body("provider_name", is("Pana MIA Club"))
                .body("provider_url", is(PUBLIC_URL + "/"))
                .body("cache_age", is(3600))
                .body("width", is(550))
                .body("$", hasKey("height"))
                .body("height", nullValue())
                .body("$", not(hasKey("thumbnail_url")));
        var quotation = html(answer).body().child(0);
        assertThat(quotation.normalName()).isEqualTo("blockquote");
        assertThat(quotation.attr("cite")).isEqualTo(page(id));
        assertThat(quotation.attr("lang")).isEqualTo("es");
        assertThat(quotation.select("p > strong").text()).isEqualTo("todos");
        assertThat(quotation.select("footer").text()).isEqualTo("— Name of Ana (@Ana@localhost), 2026-05-04");
        assertThat(quotation.select("footer a").eachAttr("href")).containsExactly(PUBLIC_URL + "/p/Ana", page(id));
        assertThat(quotation.select("time").attr("datetime")).isEqualTo("2026-05-04T10:00:00Z");
    }

    @Test
    void letsNothingOutOfTheQuotation() {
        var id = said(
                ana,
                "</blockquote><script>alert(1)</script> \"a\" 'b' & ]]> <iframe src=x></iframe> [x](javascript:alert(1))"
                        + " ![y](https://a.example/y.png) <b onclick=\"z\">z</b>",
                "public");
        sql.run("UPDATE social_actors SET name = '</a></blockquote><img src=x onerror=alert(1)>\"'' & ]]>' || chr(1)");
        sql.run("UPDATE social_statuses SET content = content || chr(1)");

        var answer = ask(page(id)).then().statusCode(200).extract().response();

        assertThat(answer.<String>path("title")).contains("<script>alert(1)</script> \"a\" 'b' & ]]>");
        var html = html(answer);
        assertThat(html.body().childrenSize()).isEqualTo(1);
        assertThat(html.body().ownText()).isEmpty();
        assertThat(html.select("script, iframe, img, b, style, [onclick], [onerror], [href^=javascript]"))
                .isEmpty();
        assertThat(html.select("footer").text()).startsWith("— </a></blockquote><img src=x onerror=alert(1)>\"' & ]]>");
        assertThat(html.select("blockquote").text()).contains("</blockquote><script>alert(1)</script>");
    }

    @Test
    void showsAWarningInsteadOfWhatItWarnsOf() {
        var draft = showing(draft("The secret", "public"), picture(40, 20));
        draft.put("contentWarning", "<b>Food</b> & \"more\"");
        var id = posted(draft);

        var answer = ask(page(id)).then().statusCode(200).extract().response();

        assertThat(answer.asString()).doesNotContain("secret", "thumbnail", "mural", "/media/");
        assertThat(answer.<String>path("title")).isEqualTo("<b>Food</b> & \"more\"");
        assertThat(html(answer).select("blockquote > p").text()).isEqualTo("<b>Food</b> & \"more\"");
        assertThat(html(answer).select("footer a").last().attr("href")).isEqualTo(page(id));
    }

    @Test
    void isCalledAfterItsFirstWords() {
        assertThat(ask(page(said(ana, "😀".repeat(101), "public"))).<String>path("title"))
                .isEqualTo("😀".repeat(100) + "…");
        assertThat(ask(page(posted(showing(draft("", "public"), picture(40, 20)))))
                        .<String>path("title"))
                .isEqualTo("Name of Ana");
    }

    @Test
    void showsTheFirstPictureWhereThereIsRoom() {
        var id = posted(showing(draft("Hola", "public"), picture(1920, 960), picture(40, 20)));

        ask(page(id))
                .then()
                .body("thumbnail_url", endsWith("/320.jpg"))
                .body("thumbnail_width", is(320))
                .body("thumbnail_height", is(160));
        ask(page(id), "maxwidth", "320").then().body("width", is(320)).body("thumbnail_width", is(320));
        ask(page(id), "maxwidth", "319").then().body("width", is(319)).body("$", not(hasKey("thumbnail_url")));
        ask(page(id), "maxheight", "159").then().body("width", is(550)).body("$", not(hasKey("thumbnail_url")));
        ask(page(posted(showing(draft("Small", "quiet"), picture(40, 20)))))
                .then()
                .body("thumbnail_width", is(40))
                .body("thumbnail_height", is(20));
        ask(page(posted(showing(draft("Loud", "public"), memo(ana))))).then().body("$", not(hasKey("thumbnail_url")));
    }
}
