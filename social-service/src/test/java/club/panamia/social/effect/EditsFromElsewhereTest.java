package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EditsFromElsewhereTest extends Elsewhere {

    @Test
    void areANewWordingAndTheFormerOne() {
        send(activity("Create", note("1", "Hola").put("attachment", picture("1"))));
        send(activity(
                "Update",
                note("1", "Adios").put("updated", "2026-11-02T00:00:00Z").put("attachment", picture("2"))));
        send(activity("Update", note("1", "Late").put("updated", "2026-11-01T12:00:00Z")));

        assertThat(sql.list(String.class, "SELECT content FROM social_statuses"))
                .containsExactly("Adios");
        assertThat(sql.list(String.class, "SELECT content FROM internal.status_revision"))
                .containsExactly("Hola");
        assertThat(sql.list(String.class, "SELECT url FROM social_attachments"))
                .containsExactly("https://files.example/2");
    }

    @Test
    void areOtherPicturesAlsoWithTheSameWords() {
        send(activity("Create", note("1", "Hola").put("attachment", picture("1"))));
        send(activity(
                "Update",
                note("1", "Hola").put("updated", "2026-11-02T00:00:00Z").put("attachment", picture("1"))));
        assertThat(count("internal.status_revision")).as("nothing is other").isZero();

        send(activity(
                "Update",
                note("1", "Hola")
                        .put("updated", "2026-11-03T00:00:00Z")
                        .put("attachment", picture("1").put("name", "A cat"))));
        send(activity(
                "Update",
                note("1", "Hola").put("updated", "2026-11-04T00:00:00Z").put("attachment", picture("2"))));
        send(activity("Update", note("1", "Hola").put("updated", "2026-11-03T12:00:00Z")));

        assertThat(sql.list(String.class, "SELECT content FROM internal.status_revision"))
                .containsExactly("Hola", "Hola");
        assertThat(sql.list(String.class, "SELECT url FROM social_attachments"))
                .containsExactly("https://files.example/2");
        assertThat(sql.one(
                        String.class, "SELECT CAST(edited_at AT TIME ZONE 'UTC' AS date)::text FROM social_statuses"))
                .isEqualTo("2026-11-04");
    }

    @Test
    void areAPostWhereItIsForSomebodyHereSinceThen() {
        send(activity("Update", note("1", "Hola @ana").put("updated", "2026-11-02T00:00:00Z")));

        assertThat(sql.list(String.class, "SELECT content FROM social_statuses"))
                .containsExactly("Hola @ana");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_recipients WHERE actor_id = ?", actorId(ana)))
                .isOne();
    }

    @Test
    void areWhomAndWhatItNamesNow() {
        var heard = joined("Zoe");
        var zoe = Callers.PUBLIC_URL + "/ap/actors/" + actorId(heard);
        var tag = new JsonObject().put("type", "Hashtag").put("name", "#clay");
        send(activity("Create", note("1", "Hola").put("tag", tag)));

        send(activity(
                "Update",
                note("1", "Hola @zoe")
                        .put("updated", "2026-11-02T00:00:00Z")
                        .put("cc", zoe)
                        .put(
                                "tag",
                                new JsonObject()
                                        .put("type", "Mention")
                                        .put("name", "@zoe")
                                        .put("href", zoe))));

        assertThat(sql.list(String.class, "SELECT name FROM social_tags")).containsExactly("@zoe");
        assertThat(sql.list(String.class, "SELECT actor_id FROM social_recipients"))
                .containsExactlyInAnyOrder(actorId(ana), actorId(heard));
    }

    private static JsonObject picture(String name) {
        return new JsonObject().put("mediaType", "image/png").put("url", "https://files.example/" + name);
    }
}
