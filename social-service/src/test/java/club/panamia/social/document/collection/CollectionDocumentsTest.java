package club.panamia.social.document.collection;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.document.ReadElsewhere;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an actor has said, and who answers and follows, as other servers read it. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class CollectionDocumentsTest extends ReadElsewhere {

    @Test
    void holdAnOutboxInPages() {
        var said = new ArrayList<String>();
        for (var n = 0; n < 45; n++) {
            sql.run("""
                    INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                    VALUES (?, ?, 'public', 'Hola', now() - interval '1 minute')
                    """, "u" + n, actorId(ana));
        }
        var all = sql.list(String.class, "SELECT uri FROM social_statuses ORDER BY published DESC, id DESC");

        var next = read(actor + "/outbox")
                .body("totalItems", is(45))
                .extract()
                .jsonPath()
                .getString("first");
        while (next != null) {
            var page = read(next.substring(BASE.length()))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            said.addAll(page.getList("orderedItems.object.id", String.class));
            next = page.getString("next");
        }

        assertThat(said).isEqualTo(all);
        read(actor + "/outbox/page?cursor=x").statusCode(422);
    }

    @Test
    void countPeopleAndDoNotNameThem() {
        follows(joined("Ben"), ana);

        read(actor + "/followers")
                .statusCode(200)
                .body("type", is("OrderedCollection"))
                .body("totalItems", is(1))
                .body("orderedItems", nullValue())
                .body("first", nullValue());
        read(actor + "/following").body("totalItems", is(0)).body("id", is(BASE + actor + "/following"));
    }

    @Test
    void listAnswersThatEverybodyMayRead() {
        var id = said(ana, "Hola", "public");
        var answer = answered(joined("Ben"), "Yes", id);

        read("/ap/statuses/" + id + "/replies").body("first.items", contains(BASE + "/ap/statuses/" + answer));
        read("/ap/statuses/" + answer).body("inReplyTo", is(BASE + "/ap/statuses/" + id));
    }
}
