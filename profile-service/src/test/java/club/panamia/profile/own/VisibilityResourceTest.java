package club.panamia.profile.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Walk;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class VisibilityResourceTest {

    private static final String VISIBILITY = "/api/profiles/me/visibility";

    private final Seed seed = new Seed();

    @Test
    void hidesMyProfileFromOthersAndShowsItAgain() {
        var ana = seed.person("Ana");
        Walk.approve(seed.admin("Ada"), Walk.submitted(ana, "Ana")).statusCode(200);

        hide(ana)
                .statusCode(200)
                .body("active", is(false))
                .body("hidden", is(true))
                .body("status", is("approved"));
        anonymous().get("/api/profiles/ana").then().statusCode(404);
        anonymous().get("/api/directory").then().body("items", hasSize(0));

        show(ana).statusCode(200).body("active", is(true)).body("hidden", is(false));
        anonymous().get("/api/profiles/ana").then().statusCode(200);
        assertThat(Walk.events()).endsWith("profile.profile.hidden", "profile.profile.shown");
        assertThat(Walk.history()).containsExactly("submitted", "approved", "hidden", "shown");
    }

    @Test
    void saysNothingNewTheSecondTime() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        hide(ana).header("ETag", "\"1\"");
        hide(ana).statusCode(200).header("ETag", "\"1\"");

        assertThat(Walk.events()).containsExactly("profile.profile.hidden");
    }

    @Test
    void showsNobodyWhatIsNotApproved() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        hide(ana);
        show(ana).statusCode(200).body("active", is(false));
    }

    @Test
    void isShownAgainByHandingItIn() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        hide(ana);

        Walk.submit(ana).statusCode(200).body("hidden", is(false));
    }

    @Test
    void needsAProfileAndItsOwner() {
        hide(seed.person("Ana")).statusCode(404);
        anonymous().delete(VISIBILITY).then().statusCode(401);
        anonymous().put(VISIBILITY).then().statusCode(401);
    }

    private static ValidatableResponse hide(Person owner) {
        return as(owner).delete(VISIBILITY).then();
    }

    private static ValidatableResponse show(Person owner) {
        return as(owner).put(VISIBILITY).then();
    }
}
