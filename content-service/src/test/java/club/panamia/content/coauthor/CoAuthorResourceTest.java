package club.panamia.content.coauthor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CoAuthorResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;
    private String slug;

    @BeforeEach
    void aDraft() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        slug = Walk.draft(ana, "Hola");
    }

    @Test
    void asksSomebody() {
        Walk.invite(ana, slug, ben)
                .statusCode(200)
                .body("coAuthors.userId", contains(ben.id()))
                .body("coAuthors.status", contains("pending"));

        assertThat(Walk.events()).containsExactly("content.coauthor.invited");
        assertThat(Walk.lastEvent())
                .containsEntry("userId", ben.id())
                .containsEntry("authorId", ana.id())
                .containsEntry("coAuthors", List.of())
                .doesNotContainKeys("slug", "reason", "step", "message");
        assertThat(Walk.history()).containsExactly("coauthor-invited");
    }

    @Test
    void asksOnceHoweverOftenTheButtonIsPressed() {
        var answers =
                Race.of(8, runner -> () -> Walk.invite(ana, slug, ben).extract().statusCode());

        assertThat(answers).hasSize(8).containsOnly(200);
        assertThat(Walk.events()).containsExactly("content.coauthor.invited");
        Walk.manuscript(ana, slug).body("coAuthors", hasSize(1));
    }

    @Test
    void losesNoInvitationThatIsMadeAtTheSameTime() {
        var people =
                IntStream.range(0, 6).mapToObj(i -> Walk.member("guest" + i)).toList();

        var answers = Race.of(
                6,
                runner -> () ->
                        Walk.invite(ana, slug, people.get(runner)).extract().statusCode());

        assertThat(answers).containsOnly(200);
        Walk.manuscript(ana, slug).body("coAuthors", hasSize(6));
        assertThat(Walk.events()).hasSize(6);
    }

    @Test
    void asksAgainWhoHasDeclined() {
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.leave(ben, slug).statusCode(204);
        Walk.manuscript(ana, slug).body("coAuthors.status", contains("declined"));

        Walk.invite(ana, slug, ben).statusCode(200).body("coAuthors.status", contains("pending"));

        Walk.accept(ben, slug).statusCode(200);
    }

    @Test
    void doesNotAskItsAuthorOrItsReviewer() {
        seed.approvedProfile(ana);
        var rio = Walk.member("rio");
        Walk.request(ana, slug, rio).statusCode(200);
        Walk.object(rio, slug, "Who says so?").statusCode(200);

        Walk.invite(ana, slug, ana).statusCode(409).body("type", is("/problems/already-involved"));
        Walk.invite(ana, slug, rio).statusCode(409);
    }

    @Test
    void asksMembersWithANameAndAProfile() {
        var locked = Walk.member("locked");
        var nameless = Walk.member("nameless");
        seed.lock(locked);
        sql.run("UPDATE users SET screenname = NULL WHERE id = ?", nameless.id());

        for (var id : List.of(locked.id(), nameless.id(), seed.person("shy").id(), "nobody")) {
            Walk.put(ana, Walk.path(slug, "/coauthors/" + id), Map.of())
                    .statusCode(422)
                    .body("type", is("/problems/cannot-be-asked"));
        }
        assertThat(Walk.events()).isEmpty();
    }

    @Test
    void asksTwentyAtMost() {
        sql.run("""
                UPDATE articles SET co_authors = (
                  SELECT jsonb_agg(jsonb_build_object('userId', 'u' || n, 'status', 'declined')) FROM generate_series(1, 20) n)
                """);

        Walk.invite(ana, slug, ben).statusCode(409).body("type", is("/problems/too-many-co-authors"));
    }

    @Test
    void asksThirtyTimesADay() {
        for (var i = 0; i < 30; i++) {
            Walk.invite(ana, slug, ben).statusCode(200);
        }

        Walk.invite(ana, slug, ben).statusCode(429).header("Retry-After", value -> Long.parseLong(value) > 0, is(true));
    }

    @Test
    void refusesALongMessage() {
        Walk.put(ana, Walk.path(slug, "/coauthors/" + ben.id()), Map.of("message", "x".repeat(501)))
                .statusCode(422)
                .body("errors[0].path", is("/message"));
    }

    @Test
    void isForTheAuthor() {
        var eva = Walk.member("eva");
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);

        Walk.invite(ben, slug, eva).statusCode(403).body("type", is("/problems/not-your-part"));
        Walk.withdraw(ben, slug, ben).statusCode(403);
        Walk.invite(eva, slug, eva).statusCode(404);
        anonymous().delete(Walk.path(slug, "/coauthors/" + ben.id())).then().statusCode(401);
    }

    @Test
    void takesAnInvitationBack() {
        Walk.invite(ana, slug, ben).statusCode(200);

        Walk.withdraw(ana, slug, ben).statusCode(204);

        Walk.manuscript(ana, slug).body("coAuthors", hasSize(0));
        Walk.manuscript(ben, slug).statusCode(404);
        Walk.withdraw(ana, slug, ben).statusCode(404).body("type", is("/problems/no-such-co-author"));
        assertThat(Walk.history()).containsExactly("coauthor-invited", "coauthor-withdrawn");
    }

    @Test
    void leavesTheNamesUnderAPublishedOne() {
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);

        Walk.withdraw(ana, slug, ben).statusCode(409).body("type", is("/problems/article-in-wrong-state"));
    }

    @Test
    void namesThemInTheOrderThatTheAuthorSays() {
        var eva = Walk.member("eva");
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.invite(ana, slug, eva).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.accept(eva, slug).statusCode(200);

        order(eva.id(), ben.id()).statusCode(200).body("coAuthors.screenname", contains("eva", "ben"));

        as(ana).get("/api/articles/" + slug).then().body("coAuthors.screenname", contains("eva", "ben"));
        order(eva.id()).statusCode(422).body("errors[0].path", is("/userIds"));
        order(eva.id(), eva.id()).statusCode(422);
        order(eva.id(), ben.id(), ana.id()).statusCode(422);
    }

    private io.restassured.response.ValidatableResponse order(String... userIds) {
        return Walk.put(ana, Walk.path(slug, "/coauthors"), Map.of("userIds", List.of(userIds)));
    }
}
