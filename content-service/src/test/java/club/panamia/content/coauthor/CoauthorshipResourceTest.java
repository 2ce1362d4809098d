package club.panamia.content.coauthor;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CoauthorshipResourceTest {

    private final Seed seed = new Seed();

    private Person ana;
    private Person ben;
    private String slug;

    @BeforeEach
    void anInvitation() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        slug = Walk.draft(ana, "Hola");
        Walk.invite(ana, slug, ben).statusCode(200);
    }

    @Test
    void putsANameUnderTheArticle() {
        Walk.accept(ben, slug)
                .statusCode(200)
                .body("part", is("coauthor"))
                .body("coAuthors.status", contains("accepted"));

        Walk.publish(ana, slug).statusCode(200);
        anonymous().get("/api/articles/" + slug).then().body("coAuthors.screenname", contains("ben"));
        assertThat(Walk.history()).containsExactly("coauthor-invited", "coauthor-accepted", "article-published");
    }

    @Test
    void isSaidOnceHoweverOftenTheButtonIsPressed() {
        var answers =
                Race.of(8, runner -> () -> Walk.accept(ben, slug).extract().statusCode());

        assertThat(answers).hasSize(8).containsOnly(200);
        assertThat(Walk.events()).containsExactly("content.coauthor.invited", "content.coauthor.accepted");
    }

    @Test
    void neitherHoldsNorFailsHalfWhereTheInvitationIsTakenBackMeanwhile() {
        var answers = Race.of(
                8,
                runner -> () -> (runner % 2 == 0 ? Walk.accept(ben, slug) : Walk.withdraw(ana, slug, ben))
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 200 || status == 204 || status == 404);
        Walk.manuscript(ana, slug).body("coAuthors", hasSize(0));
        assertThat(Walk.history()).last().isEqualTo("coauthor-withdrawn");
    }

    @Test
    void isDeclined() {
        Walk.leave(ben, slug).statusCode(204);

        assertThat(Walk.events()).containsExactly("content.coauthor.invited", "content.coauthor.declined");
        Walk.manuscript(ben, slug).statusCode(404);
        Walk.accept(ben, slug).statusCode(404);
    }

    @Test
    void endsWheneverThePersonWants() {
        Walk.accept(ben, slug).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);

        Walk.leave(ben, slug).statusCode(204);

        anonymous().get("/api/articles/" + slug).then().statusCode(200).body("coAuthors", hasSize(0));
        assertThat(Walk.history()).last().isEqualTo("coauthor-left");
    }

    @Test
    void comesTooLateForAPublishedArticle() {
        var eva = Walk.member("eva");
        Walk.invite(ana, slug, eva).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);

        Walk.accept(eva, slug).statusCode(409).body("type", is("/problems/article-in-wrong-state"));
        anonymous().get("/api/articles/" + slug).then().body("coAuthors.screenname", contains("ben"));
    }

    @Test
    void isForWhoIsInvited() {
        Walk.accept(seed.person("zoe"), slug).statusCode(404);
        Walk.accept(ana, slug).statusCode(403).body("type", is("/problems/not-your-part"));
        Walk.leave(ana, slug).statusCode(403);
        anonymous().put(Walk.path(slug, "/coauthorship")).then().statusCode(401);
        anonymous().delete(Walk.path(slug, "/coauthorship")).then().statusCode(401);
    }
}
