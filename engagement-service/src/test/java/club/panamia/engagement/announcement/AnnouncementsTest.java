package club.panamia.engagement.announcement;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AnnouncementsTest {

    private static final String FAIR =
            "{\"text\": \"The fair is on.\", \"textInSpanish\": \"Hay feria.\", \"url\": \"/e/fair\"%s}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    TellAnnouncements job;

    private Person admin;
    private Person ana;

    @BeforeEach
    void people() {
        admin = seed.admin("Boss");
        ana = seed.person("Ana");
        seed.person("Ben");
    }

    @Test
    void reachEverybodyOnceInTheirLanguage() {
        create(FAIR.formatted("")).then().statusCode(201);

        tell(0);
        tell(0);

        assertThat(told()).containsExactly("Ana", "Ben", "Boss");
        as(ana).get("/api/notifications")
                .then()
                .body("items.displayMessage", contains("Announcement: The fair is on."))
                .body("items.objectUrl", contains("/e/fair"));
        as(ana).header("Accept-Language", "es")
                .get("/api/notifications")
                .then()
                .body("items.displayMessage", contains("Aviso: Hay feria."));
        as(admin)
                .get("/api/notifications/announcements")
                .then()
                .body("items.state", contains("told"))
                .body("items.told", contains(3));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void waitForTheirTime() {
        create(FAIR.formatted(", \"dueAt\": \"" + Instant.now().plus(Duration.ofHours(1)) + "\""))
                .then()
                .statusCode(201);

        tell(59);
        assertThat(told()).isEmpty();
        tell(61);

        assertThat(told()).hasSize(3);
    }

    @Test
    void canBeCalledOffBeforeTheirTimeOnly() {
        var later = id(create(FAIR.formatted(", \"dueAt\": \"2100-01-01T00:00:00Z\"")));
        var now = id(create(FAIR.formatted("")));
        tell(0);

        cancel(later).then().statusCode(200).body("state", is("cancelled"));
        cancel(later).then().statusCode(200);
        cancel(now).then().statusCode(409).body("type", is("/problems/announcement-already-told"));
        cancel("none").then().statusCode(404).body("type", is("/problems/no-such-house-announcement"));

        tell(60 * 24 * 365 * 100);
        assertThat(told()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"language\": \"es\"} | Ana",
                "{\"language\": \"en\"} | Ben Boss",
                "{\"withProfile\": true} | Ana",
                "{\"withProfile\": false} | Ben Boss",
                "{\"joinedBefore\": \"2026-02-01T00:00:00Z\"} | Ben",
                "{\"joinedAfter\": \"2026-02-01T00:00:00Z\", \"language\": \"en\"} | Boss",
            })
    void reachTheirAudienceAsThePreviewSaid(String audience, String names) {
        seed.approvedProfile(ana);
        sql.run("UPDATE profiles SET mail_locale = 'es'");
        sql.run("UPDATE users SET created_at = '2026-01-01T00:00Z' WHERE screenname = 'Ben'");
        var draft = FAIR.formatted(", \"audience\": " + audience);

        int foretold = as(admin)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/notifications/announcements/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("people");
        create(draft).then().statusCode(201);
        tell(0);

        assertThat(told()).isEqualTo(List.of(names.split(" "))).hasSize(foretold);
    }

    @Test
    void reachMoreThanOnePortionOnceAlsoWhenManyTellThem() {
        sql.run(
                "INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'p-' || n FROM generate_series(1, 1200) n");
        create(FAIR.formatted("")).then().statusCode(201);

        Race.of(4, i -> () -> {
            tell(0);
            return i;
        });
        tell(0);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM notifications")).isEqualTo(1203);
        assertThat(sql.one(Long.class, "SELECT count(DISTINCT target) FROM notifications"))
                .isEqualTo(1203);
        assertThat(sql.one(Integer.class, "SELECT told FROM internal.announcement"))
                .isEqualTo(1203);
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void comeIntoTheInboxOfNobodyWhoDoesNotWantThem() {
        sql.run(
                "INSERT INTO internal.notification_preference (user_id, category, channel, wanted) VALUES (?, 'systemAnnouncements', 'inApp', false)",
                ana.id());
        create(FAIR.formatted("")).then().statusCode(201);

        tell(0);

        as(ana).get("/api/notifications").then().body("items.size()", is(0));
    }

    @Test
    void areCreatedOnceForEachKey() {
        for (var i = 0; i < 2; i++) {
            as(admin)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "the-fair")
                    .body(FAIR.formatted(""))
                    .post("/api/notifications/announcements")
                    .then()
                    .statusCode(201);
        }

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.announcement"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\": \" \", \"textInSpanish\": \"Hola\"}",
                "{\"text\": \"Hi\", \"textInSpanish\": \"Hola\", \"url\": \"https://elsewhere.example\"}",
                "{\"text\": \"Hi\", \"textInSpanish\": \"Hola\", \"url\": \"//elsewhere.example\"}",
                "{\"text\": \"Hi\", \"textInSpanish\": \"Hola\", \"audience\": {\"language\": \"fr\"}}",
            })
    void areRefusedWhereTheyAreNone(String draft) {
        create(draft).then().statusCode(422).body("type", is("/problems/invalid-input"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.announcement"))
                .isZero();
    }

    @Test
    void areForAdministrators() {
        var draft = FAIR.formatted("");
        as(ana).contentType(ContentType.JSON)
                .body(draft)
                .post("/api/notifications/announcements")
                .then()
                .statusCode(403);
        as(ana).contentType(ContentType.JSON)
                .body(draft)
                .post("/api/notifications/announcements/preview")
                .then()
                .statusCode(403);
        as(ana).get("/api/notifications/announcements").then().statusCode(403);
        anonymous().get("/api/notifications/announcements").then().statusCode(401);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.announcement"))
                .isZero();
    }

    private Response create(String draft) {
        return as(admin).contentType(ContentType.JSON).body(draft).post("/api/notifications/announcements");
    }

    private static String id(Response created) {
        return created.then().statusCode(201).extract().path("id");
    }

    private Response cancel(String id) {
        return as(admin).put("/api/notifications/announcements/" + id + "/cancellation");
    }

    /** As the scheduler does, on a context of its own. */
    private void tell(int minutesLater) {
        var time = Instant.now().plus(Duration.ofMinutes(minutesLater));
        try {
            VertxContextSupport.subscribeAndAwait(() -> job.run(time));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> told() {
        return sql.list(
                String.class,
                "SELECT u.screenname FROM notifications n JOIN users u ON u.id = n.target ORDER BY u.screenname");
    }
}
