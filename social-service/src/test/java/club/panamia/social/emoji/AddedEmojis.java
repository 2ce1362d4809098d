package club.panamia.social.emoji;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

/** Olga, who adds emojis to this server, and Ana, who says something with them. */
abstract class AddedEmojis {

    static final String EMOJIS = "/api/social/emojis";

    final Sql sql = TestDatabase.get().sql();
    Person olga;
    Person ana;

    @BeforeEach
    void people() {
        olga = new Seed().admin("Olga");
        ana = joined("Ana");
    }

    ValidatableResponse add(String shortcode, String type, byte[] file) {
        return as(olga).contentType(type)
                .body(file)
                .post(EMOJIS + "?shortcode=" + shortcode)
                .then();
    }

    /** Returns its address. */
    String added(String shortcode) {
        return add(shortcode, "image/png", Pictures.png(64, 64))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("url");
    }

    static String path(String url) {
        return url.substring(Callers.PUBLIC_URL.length());
    }
}
