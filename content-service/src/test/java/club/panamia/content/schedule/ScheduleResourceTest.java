package club.panamia.content.schedule;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ScheduleResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    PublishDueArticles publishDueArticles;

    private Person ana;
    private Person ben;
    private String slug;

    @BeforeEach
    void anArticleOfTwo() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        slug = Walk.draft(ana, "Hola");
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
    }

    @Test
    void keepsTheTimeOfTheAuthorsClock() {
        var tomorrow = LocalDateTime.now(ZoneId.of("America/New_York"))
                .plusDays(1)
                .withSecond(30)
                .withNano(0);

        schedule(ana, tomorrow.toString(), "America/New_York")
                .statusCode(200)
                .body("status", is("draft"))
                .body("publishAt", notNullValue())
                .body("publishZone", is("America/New_York"));

        assertThat(sql.one(
                        String.class,
                        "SELECT (publish_at AT TIME ZONE publish_zone)::text FROM articles WHERE publish_at > now()"))
                .isEqualTo(tomorrow.toString().replace('T', ' '));
        publishDue();
        assertThat(Walk.statusOf(slug)).isEqualTo("draft");
        assertThat(Walk.history()).last().isEqualTo("article-scheduled");
    }

    @Test
    void letsItGoOutOnceHoweverManyProcessesLook() {
        due();

        Race.of(6, runner -> () -> {
            publishDue();
            return runner;
        });

        assertThat(Walk.statusOf(slug)).isEqualTo("published");
        assertThat(Walk.events())
                .filteredOn("content.article.published"::equals)
                .hasSize(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles WHERE publish_at IS NULL"))
                .isEqualTo(1);
        anonymous().get("/api/articles/" + slug).then().statusCode(200);
    }

    @Test
    void goesTogetherWithADoubleClick() {
        due();

        Race.of(6, runner -> () -> {
            if (runner % 2 == 0) {
                publishDue();
            } else {
                Walk.publish(ana, slug);
            }
            return runner;
        });

        assertThat(Walk.events())
                .filteredOn("content.article.published"::equals)
                .hasSize(1);
    }

    @Test
    void letsAllGoOutThatAreDue() {
        due();
        sql.run("""
                INSERT INTO articles (slug, title, content, article_type, author_id, co_authors, publish_at, publish_zone)
                SELECT 'more-' || n, 'More', 'x', 'business_update', author_id, co_authors, now() - n * interval '1 min', 'UTC'
                  FROM articles, generate_series(1, 25) n
                """);

        publishDue();

        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles WHERE status = 'published'"))
                .isEqualTo(26);
    }

    @Test
    void passesWhereNobodyStandsBehindItAnyMore() {
        due();
        Walk.leave(ben, slug).statusCode(204);

        publishDue();

        assertThat(Walk.statusOf(slug)).isEqualTo("draft");
        assertThat(Walk.events()).last().isEqualTo("content.article.schedule-missed");
        assertThat(Walk.history()).last().isEqualTo("article-schedule-missed");
        Walk.manuscript(ana, slug).body("publishAt", nullValue());
    }

    @Test
    void passesWhileAReviewIsOpen() {
        due();
        Walk.request(ana, slug, Walk.member("rio")).statusCode(200);

        publishDue();

        assertThat(Walk.statusOf(slug)).isEqualTo("pending_review");
    }

    @Test
    void isCalledOff() {
        due();

        as(ana).delete(Walk.path(slug, "/schedule")).then().statusCode(204);
        as(ana).delete(Walk.path(slug, "/schedule")).then().statusCode(204);
        publishDue();

        assertThat(Walk.statusOf(slug)).isEqualTo("draft");
        assertThat(Walk.history()).filteredOn("article-unscheduled"::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T10:00:00, America/New_York, /at",
        "2999-01-01T10:00:00, America/New_York, /at",
        "2999-01-01T10:00:00, Mars/Olympus, /zone",
        "tomorrow, America/New_York, /at",
    })
    void refusesWhatIsNoTime(String at, String zone, String path) {
        schedule(ana, at, zone).statusCode(422).body("errors[0].path", is(path));
    }

    @Test
    void needsWhatPublishingNeeds() {
        var alone = Walk.draft(ana, "Alone");

        Walk.put(ana, Walk.path(alone, "/schedule"), Map.of("at", inAnHour(), "zone", "UTC"))
                .statusCode(409)
                .body("type", is("/problems/article-needs-second-person"));
    }

    @Test
    void isTheAuthors() {
        schedule(ben, inAnHour(), "UTC").statusCode(403).body("type", is("/problems/not-your-part"));
        schedule(seed.person("zoe"), inAnHour(), "UTC").statusCode(404);
        as(ben).delete(Walk.path(slug, "/schedule")).then().statusCode(403);
        anonymous().put(Walk.path(slug, "/schedule")).then().statusCode(401);
        anonymous().delete(Walk.path(slug, "/schedule")).then().statusCode(401);
    }

    private void due() {
        schedule(ana, inAnHour(), "UTC").statusCode(200);
        sql.run("UPDATE articles SET publish_at = now() - interval '1 second'");
    }

    private void publishDue() {
        try {
            VertxContextSupport.subscribeAndAwait(publishDueArticles::publish);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private static String inAnHour() {
        return LocalDateTime.now(ZoneId.of("UTC")).plusHours(1).withNano(0).toString();
    }

    private ValidatableResponse schedule(Person person, String at, String zone) {
        return Walk.put(person, Walk.path(slug, "/schedule"), Map.of("at", at, "zone", zone));
    }
}
