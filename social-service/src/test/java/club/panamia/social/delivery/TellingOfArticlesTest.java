package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.social.Peer;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ana and Zoe have written an article together; Ben and Eve follow Ana, and Dan of a third server follows Zoe. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellingOfArticlesTest extends Correspondence {

    private final Seed seed = new Seed();
    private final Peer third = new Peer();
    private Person zoe;
    private Person nil;
    private String article;

    @Inject
    EventPump pump;

    @BeforeEach
    void anArticle() {
        zoe = joined("Zoe");
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key) VALUES (?, 'rsa-2048', '', ?)",
                actorId(zoe),
                encryption.encrypt(Peer.KEYS.getPrivate().getEncoded(), "actor-key:rsa-2048:" + actorId(zoe)));
        follower(third, "Dan");
        sql.run("""
                UPDATE social_follows SET target_actor_id = ?
                 WHERE actor_id IN (SELECT id FROM social_actors WHERE username = 'Dan')""", actorId(zoe));
        nil = seed.person("Nil");
        article = seed.publishedArticle(ana, "hola");
        sql.run("""
                UPDATE articles SET title = 'Clay & fire', content = '# Kiln\n\n|a|b|\n|-|-|\n|1|2|', excerpt = 'On <clay>',
                       tags = '{"art deco"}', cover_image = '/media/content/x-960.jpg', cover_image_alt = 'A kiln',
                       co_authors = jsonb_build_array(
                         jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'),
                         jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'),
                         jsonb_build_object('userId', 'stranger', 'status', 'pending'))""", zoe.id(), nil.id());
    }

    @AfterEach
    void closeThird() {
        third.close();
    }

    @AfterEach
    void whatever() {
        peer.hasHeardWholeActivities();
        third.hasHeardWholeActivities();
    }

    @Test
    void sendsAnArticleThatNobodyHasAnnouncedToFollowersAndHandsItOnForCoAuthors() {
        happened("content.article.published");
        happened("content.article.published");
        send();

        var created = peer.received("/inbox");
        assertThat(created).hasSize(1);
        assertThat(created.getFirst().getString("type")).isEqualTo("Create");
        assertThat(created.getFirst().getString("id")).isEqualTo(uri() + "/activity");
        var sent = created.getFirst().getJsonObject("object");
        assertThat(sent.getString("type")).isEqualTo("Article");
        assertThat(sent.getString("id")).isEqualTo(uri());
        assertThat(sent.getString("name")).isEqualTo("Clay & fire");
        assertThat(sent.getString("summary")).isEqualTo("<p>On &lt;clay&gt;</p>");
        assertThat(sent.getString("content")).contains("<h1>Kiln</h1>", "<td>1</td>");
        assertThat(sent.getString("url")).isEqualTo(Callers.PUBLIC_URL + "/a/hola");
        assertThat(sent.getJsonObject("image").getString("url"))
                .isEqualTo(Callers.PUBLIC_URL + "/media/content/x-960.jpg");
        assertThat(sent.getJsonArray("tag").getJsonObject(0).getString("name")).isEqualTo("#artdeco");
        assertThat(sent.getJsonObject("preview").getString("content")).contains("Clay &amp; fire", "/a/hola");
        assertThat(sent.getJsonArray("attributedTo"))
                .isEqualTo(new JsonArray()
                        .add(actorUri(ana))
                        .add(actorUri(zoe))
                        .add(new JsonObject()
                                .put("type", "Person")
                                .put("name", "Nil")
                                .put("url", Callers.PUBLIC_URL + "/p/Nil")));

        assertThat(third.received("/inbox")).singleElement().satisfies(announce -> {
            assertThat(announce.getString("type")).isEqualTo("Announce");
            assertThat(announce.getString("actor")).isEqualTo(actorUri(zoe));
            assertThat(announce.getString("object")).isEqualTo(uri());
        });
    }

    @Test
    void sendsWhatItsAuthorSaysOfItInsteadWithALinkToIt() {
        sql.run(
                "INSERT INTO article_announcements (article_id, author_id, content) VALUES (?, ?, 'Read this')",
                article,
                ana.id());

        happened("content.article.published");
        send();

        assertThat(peer.received("/inbox")).singleElement().satisfies(created -> {
            var note = created.getJsonObject("object");
            assertThat(note.getString("type")).isEqualTo("Note");
            assertThat(note.getString("content")).contains("Read this", "/a/hola");
            assertThat(note.getJsonArray("tag").getJsonObject(0).getString("type"))
                    .isEqualTo("Link");
            assertThat(note.getJsonArray("tag").getJsonObject(0).getString("href"))
                    .isEqualTo(uri());
        });
        assertThat(types(third, "/inbox")).containsExactly("Announce");
    }

    @Test
    void tellsAllWhoMayKnowItThatItIsFoundElsewhereNow() {
        happened("content.article.published");
        sql.run("UPDATE articles SET slug = 'adios', version = version + 1");

        happened("content.article.moved");
        happened("content.article.moved");
        send();

        for (var server : List.of(peer, third)) {
            var heard = server.received("/inbox");
            assertThat(heard).hasSize(2);
            assertThat(heard)
                    .filteredOn(activity -> activity.getString("type").equals("Update"))
                    .singleElement()
                    .extracting(update -> update.getJsonObject("object"))
                    .satisfies(changed -> {
                        assertThat(changed.getString("url")).isEqualTo(Callers.PUBLIC_URL + "/a/adios");
                        assertThat(changed.getString("updated")).isNotNull();
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"content.article.unpublished,draft", "content.article.removed,removed"})
    void takesItBackAndSaysItUnderAnotherIdWhenItIsOutAgain(String type, String state) {
        happened("content.article.published");
        send();
        var first = uri();
        happened(type);
        assertThat(uri()).as("an article that is out again by now").isEqualTo(first);

        state(state);
        happened(type);
        happened(type);
        send();
        state("published");
        happened("content.article.restored");
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Delete", "Create");
        assertThat(types(third, "/inbox")).containsExactly("Announce", "Delete", "Announce");
        assertThat(peer.received("/inbox").get(1).getJsonObject("object").getString("id"))
                .isEqualTo(first);
        assertThat(uri()).isNotEqualTo(first);
    }

    @Test
    void doesNotSendWhatIsTakenBackBefore() {
        happened("content.article.published");
        state("draft");
        happened("content.article.unpublished");

        send();

        assertThat(types(peer, "/inbox")).containsExactly("Delete");
        assertThat(waiting()).isZero();
    }

    @Test
    void tellsThatACoAuthorStandsBehindItNoLonger() {
        happened("content.article.published");
        sql.run("UPDATE articles SET co_authors = '[]', version = version + 1");

        happened("content.coauthor.left");
        send();

        assertThat(types(third, "/inbox")).containsExactly("Announce", "Undo");
        assertThat(types(peer, "/inbox")).containsExactly("Create", "Update");
        assertThat(peer.received("/inbox").getLast().getJsonObject("object").getJsonArray("attributedTo"))
                .isEqualTo(new JsonArray().add(actorUri(ana)));
    }

    @Test
    void hasACoAuthorSpeakWhereItsAuthorDoesNotTakePartAndAnotherWhereTheyLeave() {
        sql.run("UPDATE articles SET author_id = ?, co_authors = jsonb_build_array(co_authors -> 0)", nil.id());
        happened("content.article.published");
        var first = uri();
        sql.run(
                "UPDATE articles SET version = version + 1, co_authors = jsonb_build_array(jsonb_build_object('userId',"
                        + " CAST(? AS text), 'status', 'accepted'))",
                ana.id());

        happened("content.coauthor.left");
        send();

        assertThat(types(third, "/inbox")).containsExactly("Delete");
        assertThat(types(peer, "/inbox")).containsExactlyInAnyOrder("Delete", "Create");
        assertThat(uri()).isNotEqualTo(first);
    }

    @Test
    void tellsThatACoAuthorHasLeftTheHouse() {
        happened("content.article.published");
        send();
        sql.run("UPDATE articles SET co_authors = co_authors #- '{0,userId}'");

        happened("content.article.recredited");
        happened("content.article.recredited");
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Update");
        assertThat(peer.received("/inbox")
                        .getLast()
                        .getJsonObject("object")
                        .getJsonArray("attributedTo")
                        .getString(0))
                .isEqualTo(actorUri(ana));
        assertThat(peer.received("/inbox").getLast().encode()).doesNotContain(actorUri(zoe));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasAnotherSpeakWhereItsAuthorHasLeftTheHouseWhoeverLetsGoFirst(boolean actorFirst) {
        happened("content.article.published");
        send();
        var first = uri();
        if (actorFirst) {
            leaves(ana);
        }
        sql.run("UPDATE articles SET author_id = NULL, credited_as = 'Ana'");
        happened("content.article.recredited");
        if (!actorFirst) {
            leaves(ana);
        }
        send();

        assertThat(uri()).isNotEqualTo(first);
        assertThat(types(third, "/inbox")).contains("Announce", "Delete", "Create");
        assertThat(third.received("/inbox"))
                .filteredOn(activity -> activity.getString("type").equals("Create"))
                .singleElement()
                .satisfies(created -> assertThat(created.getString("actor")).isEqualTo(actorUri(zoe)));
        given().accept("application/activity+json")
                .get(first.substring(Callers.PUBLIC_URL.length()))
                .then()
                .statusCode(410)
                .body("type", is("Tombstone"))
                .body("formerType", is("Article"));
    }

    private void leaves(Person person) {
        var asked = new Asked();
        asked.tell(
                "auth.user.deleted",
                person,
                asked.forErasure(person, SealedAddresses.seal(List.of(person.email()), person.id(), encryption), null));
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }

    private String uri() {
        return sql.one(String.class, "SELECT uri FROM internal.federated_article WHERE withdrawn_at IS NULL");
    }

    private static String actorUri(Person person) {
        return Callers.PUBLIC_URL + "/ap/actors/" + actorId(person);
    }

    private void state(String state) {
        sql.run(
                "UPDATE articles SET status = CAST(? AS article_status), removed_at = CASE WHEN ? = 'removed' THEN"
                        + " now() END, removal_reason = CASE WHEN ? = 'removed' THEN 'A good reason' END",
                state,
                state,
                state);
    }

    private void happened(String type) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES (?, jsonb_build_object('articleId', CAST(? AS text),"
                        + " 'userId', CAST(? AS text)))",
                type,
                article,
                zoe.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
