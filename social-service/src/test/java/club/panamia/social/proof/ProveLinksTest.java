package club.panamia.social.proof;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.home.Home;
import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ana names pages of hers, and ben looks at what she says of herself. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProveLinksTest {

    private final Sql sql = TestDatabase.get().sql();
    private final HttpStub site = new HttpStub();
    private Person ana;
    private Person ben;

    @Inject
    Home home;

    @Inject
    ProvenLinks links;

    @Inject
    AskPage page;

    @Inject
    ProveLinks proveLinks;

    @Inject
    RemoteActors actors;

    @Inject
    Vertx vertx;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void look() {
        begin(proveLinks).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<Void> begin(ProveLinks process) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(ignored -> process.run().subscribe().with(emitter::complete, emitter::fail));
                })
                .subscribeAsCompletionStage();
    }

    private void names(String... pages) {
        sql.run(
                "UPDATE social_actors SET fields = CAST(? AS jsonb) WHERE id = ?",
                fields(pages).encode(),
                actorId(ana));
    }

    private static JsonArray fields(String... pages) {
        var fields = new JsonArray();
        Arrays.stream(pages)
                .forEach(page -> fields.add(new JsonObject()
                        .put("type", "PropertyValue")
                        .put("name", "Page")
                        .put("value", "<a href=\"%1$s\" rel=\"me nofollow noopener\">%1$s</a>".formatted(page))));
        return fields;
    }

    private List<String> proven() {
        return proven("Ana");
    }

    private List<String> proven(String name) {
        return whatBenSees(name)
                .getList("fields.findAll { it.verifiedAt != null }.value.collect { it.split('\"')[1] }");
    }

    private JsonPath whatBenSees(String name) {
        return as(ben).get("/api/social/actors/" + name)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String linkBack() {
        return "<p>About me</p><a rel=\"me nofollow\" href=\"%s\">Ana</a>".formatted(home.profile("Ana"));
    }

    private long rows(String which) {
        return sql.one(Long.class, "SELECT count(*) FROM internal.proven_link WHERE " + which);
    }

    private void isDueAgain() {
        sql.run("UPDATE internal.proven_link SET due_at = now() WHERE due_at IS NOT NULL");
    }

    @Test
    void provesThePageThatLinksBack() {
        site.on("/hers", 200, "text/html; charset=utf-8", linkBack());
        site.on("/others", 200, "text/html", "<a rel=\"me\" href=\"https://c.example/@Cleo\">Cleo</a>");
        names(site.url("/hers"), site.url("/others"));

        assertThat(proven()).isEmpty();
        look();

        assertThat(proven()).containsExactly(site.url("/hers"));
        assertThat(as(ana).get("/api/social/actors/me")
                        .then()
                        .extract()
                        .jsonPath()
                        .getString("actor.fields[0].verifiedAt"))
                .endsWith("Z");
        assertThat(as(ben).get("/api/social/search?q=ana")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("actors[0].fields.verifiedAt"))
                .hasSize(2)
                .satisfiesOnlyOnce(since -> assertThat(since).isNotNull());
        assertThat(site.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.headers())
                        .containsEntry("Accept", List.of("text/html, application/xhtml+xml"))
                        .containsEntry("User-agent", List.of(home.userAgent())));
    }

    @Test
    void asksForWhatAMemberLooksAtAndOnlyOnce() {
        site.on("/hers", 200, "text/html", "Hola.");
        names(site.url("/hers"));

        anonymous().get("/api/social/actors/Ana").then().statusCode(200);
        look();
        assertThat(rows("true")).isZero();

        as(ana).get("/api/social/actors/me").then().statusCode(200);
        proven();
        look();
        proven();
        look();
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void followsWhereItIsLedThreeTimesAtMost() {
        IntStream.range(0, 4)
                .forEach(n -> site.on("/r" + n, exchange -> {
                    exchange.getResponseHeaders().set("Location", n == 0 ? "/hers/" : "/r" + (n - 1));
                    exchange.sendResponseHeaders(302, -1);
                }));
        site.on("/hers", 200, "text/html", "<a rel=me href='%s'>".formatted(home.profile("Ana")));
        names(site.url("/r2"), site.url("/r3"));

        proven();
        look();

        assertThat(proven()).containsExactly(site.url("/r2"));
    }

    @Test
    void takesNothingForAPageThatIsTooBigOrNoHtmlOrNotThere() {
        site.on("/big", 200, "text/html", linkBack() + " ".repeat(1 << 20));
        site.on("/text", 200, "text/plain", linkBack());
        site.on("/none", 404, "text/html", linkBack());
        names(site.url("/big"), site.url("/text"), site.url("/none"));

        proven();
        look();

        assertThat(proven()).isEmpty();
        assertThat(site.asked()).hasSize(3);
        assertThat(rows("checked_at IS NOT NULL AND attempts = 1")).isEqualTo(3);
    }

    @Test
    void asksNobodyWithinAndNotThisServerItself() {
        names("https://10.0.0.1/", "https://169.254.169.254/latest", "ftp://a.example/", home.profile("Ana"));

        proven();
        look();

        assertThat(proven()).isEmpty();
        assertThat(rows("checked_at IS NOT NULL AND verified_at IS NULL")).isEqualTo(3);
    }

    @Test
    void forgetsTheProofWithTheField() {
        site.on("/", 200, "text/html", linkBack());
        names(site.url("/one"), site.url("/two"));
        proven();
        look();
        assertThat(proven()).hasSize(2);

        names(site.url("/two"), site.url("/three"));

        assertThat(rows("true")).isOne();
        assertThat(proven()).containsExactly(site.url("/two"));
        look();
        assertThat(proven()).containsExactly(site.url("/two"), site.url("/three"));
        sql.run("UPDATE social_actors SET name = 'Ana Clay' WHERE id = ?", actorId(ana));
        assertThat(proven()).hasSize(2);
        sql.run("UPDATE social_actors SET username = 'Anita' WHERE id = ?", actorId(ana));
        assertThat(rows("true")).isZero();
    }

    @Test
    void losesTheProofWhenThePageLinksBackNoMore() {
        var html = new String[] {linkBack()};
        site.on("/hers", exchange -> HttpStub.respond(exchange, 200, "text/html", html[0]));
        names(site.url("/hers"));
        proven();
        look();
        var since = whatBenSees("Ana").getString("fields[0].verifiedAt");
        assertThat(rows("due_at > now() + interval '29 days'")).isOne();

        isDueAgain();
        look();
        assertThat(whatBenSees("Ana").getString("fields[0].verifiedAt")).isEqualTo(since);

        html[0] = "Sold.";
        isDueAgain();
        look();
        assertThat(proven()).isEmpty();
    }

    @Test
    void believesAProvenPageWhoseServerIsDownUntilItWasTriedFiveTimes() {
        var status = new int[] {200};
        site.on("/hers", exchange -> HttpStub.respond(exchange, status[0], "text/html", linkBack()));
        names(site.url("/hers"));
        proven();
        look();

        status[0] = 503;
        for (var attempt = 1; attempt < 5; attempt++) {
            isDueAgain();
            look();
            assertThat(proven()).hasSize(1);
            assertThat(rows("due_at > now() + power(4, attempts - 1) * interval '14 minutes'"))
                    .isOne();
        }
        isDueAgain();
        look();

        assertThat(proven()).isEmpty();
        assertThat(rows("due_at IS NULL")).isOne();
        look();
        assertThat(site.asked()).hasSize(6);
    }

    @Test
    void isNotHeldUpByAServerThatDoesNotAnswer() {
        var held = new CountDownLatch(1);
        try (var slow = new HttpStub()) {
            slow.on("/", exchange -> await(held));
            site.on("/hers", 200, "text/html", linkBack());
            names(slow.url("/1"), slow.url("/2"), slow.url("/3"), site.url("/hers"));
            assertThat(proven()).isEmpty();

            var round = begin(proveLinks);
            eventually("the other one is proven", Duration.ofSeconds(5), () -> proven().size() == 1);

            assertThat(round).isNotDone();
            assertThat(slow.asked()).hasSize(1);
            held.countDown();
            round.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private static void await(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asksOnceHoweverManyProcessesLook() {
        site.on("/", 200, "text/html", linkBack());
        var others = IntStream.range(0, 5)
                .mapToObj(n -> new HttpStub().on("/", 200, "text/html", linkBack()))
                .toList();
        names(others.stream().map(other -> other.url("/hers")).toArray(String[]::new));
        proven();

        var processes = IntStream.range(0, 4)
                .mapToObj(n -> begin(new ProveLinks(links, page)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(processes).orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(proven()).hasSize(5);
        assertThat(others).allSatisfy(other -> assertThat(other.asked()).hasSize(1));
        others.forEach(HttpStub::close);
    }

    @Test
    void provesThePagesOfPeopleElsewhereAndGoesOnForWhoIsFollowed() {
        try (var peer = new Peer()) {
            var cleo = peer.describe("Cleo", Peer.KEYS)
                    .put("url", peer.url("/@Cleo"))
                    .put("attachment", fields(site.url("/hers")));
            var id = actors.shown(cleo).await().atMost(Duration.ofSeconds(20));
            site.on("/hers", 200, "text/html", "<link rel=me href='%s'>".formatted(peer.url("/@cleo")));
            var name = "Cleo@" + peer.host();

            proven(name);
            look();
            assertThat(proven(name)).containsExactly(site.url("/hers"));

            follow(id);
            isDueAgain();
            look();
            assertThat(site.asked()).hasSize(2);

            sql.run("DELETE FROM social_follows");
            isDueAgain();
            look();
            assertThat(site.asked()).hasSize(2);
            assertThat(rows("true")).isZero();

            proven(name);
            look();
            assertThat(proven(name)).hasSize(1);
            actors.shown(cleo.put("attachment", fields(site.url("/other"))))
                    .await()
                    .atMost(Duration.ofSeconds(20));
            assertThat(proven(name)).isEmpty();
        }
    }

    private void follow(String id) {
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) VALUES (?, ?, 'accepted', now())",
                actorId(ana),
                id);
    }

    @Test
    void asksNoServerFromWhichNothingIsTaken() {
        site.on("/hers", 200, "text/html", linkBack());
        names(site.url("/hers"));
        as(new Seed().admin("Olga"))
                .contentType(ContentType.JSON)
                .body(Map.of("severity", "suspend"))
                .put("/api/social/server-rules/localhost:" + site.port())
                .then()
                .statusCode(204);

        proven();
        look();

        assertThat(site.asked()).isEmpty();
        assertThat(rows("checked_at IS NOT NULL AND verified_at IS NULL")).isOne();
    }
}
