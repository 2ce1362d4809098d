package club.panamia.social.poll;

import static club.panamia.social.Social.joined;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A question where nobody can vote: in feed readers, and on pages of others. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ShownElsewhereTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void people() {
        ana = joined("Ana");
    }

    @Test
    void hasItsAnswersInAFeed() {
        asked(ana, "public", false, "Arepas", "Rice & <beans>");

        feed().body(
                        "rss.channel.item.description",
                        containsString("<ul><li>Arepas</li><li>Rice &amp; &lt;beans&gt;</li></ul>"));
    }

    @Test
    void hasItsAnswersOnAPageElsewhereButNotInTheTitle() {
        var id = asked(ana, "public", false, "Arepas", "Rice & <beans>");

        embed(id)
                .body("html", containsString("<ul><li>Arepas</li><li>Rice &amp; &lt;beans&gt;</li></ul>"))
                .body("title", not(containsString("Arepas")));
    }

    @Test
    void hidesThemBehindItsWarning() {
        var id = asked(ana, "public", false, "Arepas", "Rice");
        sql.run("UPDATE social_statuses SET content_warning = 'Food'");

        feed().body("rss.channel.item.description", is("<p>Food</p>"));
        embed(id).body("html", not(containsString("Arepas")));
    }

    private static ValidatableResponse feed() {
        return anonymous().get("/api/social/actors/ana/feed").then().statusCode(200);
    }

    private static ValidatableResponse embed(String id) {
        return anonymous()
                .queryParam("url", PUBLIC_URL + "/p/Ana/" + id)
                .get("/api/social/oembed")
                .then()
                .statusCode(200);
    }
}
