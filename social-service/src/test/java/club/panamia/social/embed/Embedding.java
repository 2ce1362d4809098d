package club.panamia.social.embed;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Uploaded.upload;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;

/** Ana, whose posts a page elsewhere embeds and reads as such a page does: by a parser of HTML. */
abstract class Embedding {

    final Sql sql = TestDatabase.get().sql();

    Person ana;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
    }

    String page(String id) {
        return PUBLIC_URL + "/p/Ana/" + id;
    }

    String picture(int width, int height) {
        return upload(ana, "image/png", Pictures.png(width, height))
                .statusCode(201)
                .extract()
                .path("id");
    }

    String posted(Map<String, Object> draft) {
        return post(ana, draft).statusCode(201).extract().path("id");
    }

    static Response ask(String url) {
        return anonymous().queryParam("url", url).get("/api/social/oembed");
    }

    static Response ask(String url, String room, String pixels) {
        return anonymous().queryParam("url", url).queryParam(room, pixels).get("/api/social/oembed");
    }

    Response known(String id, String tag) {
        return anonymous()
                .header("If-None-Match", tag)
                .queryParam("url", page(id))
                .get("/api/social/oembed");
    }

    static void refused(String url) {
        ask(url).then().statusCode(404).body("type", is("/problems/no-such-status"));
    }

    static Document html(Response answer) {
        return Jsoup.parse(JsonPath.from(answer.asString()).getString("html"));
    }
}
