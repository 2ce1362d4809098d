package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReportsFromElsewhereTest extends Elsewhere {

    private static final String REPORTS = "SELECT count(*) FROM internal.social_report";

    private String post(String visibility) {
        return Callers.PUBLIC_URL + "/ap/statuses/" + said(ana, "Hola", visibility);
    }

    @Test
    void areSeenByModeratorsWithWhatWasReported() {
        var uri = post("public");

        send(activity("Flag", new JsonArray().add(anaUri).add(uri)).put("content", "<p>It is <b>spam</b></p>"));

        as(new Seed().withRole("moe", "contentModerator"))
                .get("/api/social/reports")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].about", is("post"))
                .body("items[0].actorId", is(actorId(ana)))
                .body("items[0].wording", is("<p>Hola</p>"))
                .body("items[0].note", is("It is spam"))
                .body("items[0].origin", is(ben));
    }

    @Test
    void areKeptOnceUntilTheyAreSettled() {
        var report = activity("Flag", anaUri);
        send(report);
        send(report);
        send(activity("Flag", anaUri));
        assertThat(sql.one(Long.class, REPORTS)).isOne();

        sql.run("UPDATE internal.social_report SET outcome = 'dismissed', settled_at = now()");
        send(activity("Flag", anaUri));

        assertThat(sql.one(Long.class, REPORTS)).isEqualTo(2);
    }

    @Test
    void doNotBringBeforeModeratorsWhatThatServerDoesNotKnow() {
        send(activity("Flag", new JsonArray().add(post("local")).add(post("followers"))));
        assertThat(sql.one(Long.class, REPORTS)).isZero();

        send(activity("Follow", anaUri));
        send(activity("Flag", new JsonArray().add(post("followers"))));

        assertThat(sql.list(String.class, "SELECT about FROM internal.social_report"))
                .containsExactly("post");
    }

    @Test
    void ofTooManyAtOnceAndOfNobodyHereAreNone() {
        send(activity("Flag", new JsonArray(Collections.nCopies(51, anaUri))));
        send(activity("Flag", List.of("https://elsewhere.example/users/eve")));

        assertThat(sql.one(Long.class, REPORTS)).isZero();
        assertThat(states()).isEqualTo("dropped done");
    }
}
