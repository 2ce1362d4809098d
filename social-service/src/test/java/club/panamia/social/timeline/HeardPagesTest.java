package club.panamia.social.timeline;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages of what is heard where much of it is not for the reader, or not wanted. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class HeardPagesTest {

    private static final String HOME = "/api/social/timelines/home";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void oneFollowsTheOther() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ben, ana);
        sql.run(
                "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action)"
                        + " VALUES (?, 'noise', true, '{home}', 'hide')",
                actorId(ben));
    }

    @Test
    void areFullOverAStretchThatIsHidden() {
        var oldest = said(ana, "Oldest", "public");
        var old = said(ana, "Old", "public");
        noise(HeardPages.FURTHER_ROWS + 10);
        var recent = said(ana, "Recent", "public");

        assertThat(pages(HOME, 2)).containsExactly(List.of(recent, old), List.of(oldest));
    }

    @Test
    void goOnFromWhereTheyStoppedLooking() {
        var oldest = said(ana, "Oldest", "public");
        noise(HeardPages.MOST_LOOKS * HeardPages.FURTHER_ROWS);
        var recent = said(ana, "Recent", "public");

        assertThat(pages(HOME, 2)).containsExactly(List.of(recent), List.of(oldest));
    }

    @Test
    void endWhereEverythingIsHidden() {
        noise(7);

        assertThat(pages(HOME, 2)).containsExactly(List.of());
    }

    @Test
    void areFullWhereFollowersAloneMayReadMostOfIt() {
        var list =
                sql.one(String.class, "INSERT INTO user_lists (owner_id, name) VALUES (?, 'L') RETURNING id", ben.id());
        var cleo = joined("Cleo");
        sql.run("INSERT INTO user_list_members (list_id, user_id) VALUES (?, ?)", list, cleo.id());
        var first = said(cleo, "One", "public");
        var second = said(cleo, "Two", "public");
        for (var n = 0; n < 5; n++) {
            said(cleo, "For followers", "followers");
        }
        var third = said(cleo, "Three", "public");

        assertThat(pages("/api/social/timelines/lists/" + list, 2))
                .containsExactly(List.of(third, second), List.of(first));
    }

    /** The ids on all pages, one after the other. */
    private List<List<String>> pages(String line, int limit) {
        var pages = new ArrayList<List<String>>();
        var cursor = "";
        while (cursor != null) {
            var page = as(ben).queryParam("limit", limit)
                    .queryParam("cursor", cursor)
                    .get(line)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            pages.add(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        }
        return pages;
    }

    /** So many posts of hers that he does not want to read, between what she has said and what she will say. */
    private void noise(int many) {
        sql.run("UPDATE social_statuses SET published = published - interval '1 hour'");
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                SELECT 'http://localhost:8080/ap/statuses/noise' || n, ?, 'public', '<p>Noise</p>', now() - n * interval '1 second'
                  FROM generate_series(1, ?) n
                """, actorId(ana), many);
    }
}
