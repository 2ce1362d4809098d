package club.panamia.social.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who stand behind an article leave it, or the house. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellingOfAuthorsTest extends WrittenTogether {

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
}
