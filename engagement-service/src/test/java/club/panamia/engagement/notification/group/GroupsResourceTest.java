package club.panamia.engagement.notification.group;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class GroupsResourceTest {

    private static final String GROUPS = "/api/notifications/groups";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private Person cas;
    private Person eva;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        cas = seed.person("Cas");
        eva = seed.person("Eva");
    }

    @Test
    void putTogetherWhatWasDoneToOneThingOnOneDay() {
        Told.follow(ben, ana, "2026-02-28T23:59:59Z");
        Told.become(Told.follow(ben, ana, "2026-03-01T00:00Z"), "read = true");
        Told.follow(cas, ana, "2026-03-01T12:00Z");
        var newest = Told.follow(eva, ana, "2026-03-01T23:59:59Z");
        Told.become(Told.follow(eva, ana, "2026-03-01T11:00Z"), "object = 'an-article', context = 'mention'");

        as(ana).get(GROUPS)
                .then()
                .statusCode(200)
                .body("items.count", contains(3, 1, 1))
                .body("items[0].newest.id", is(newest))
                .body("items[0].unread", is(2))
                .body("items[0].people", is(3))
                .body("items[0].displayMessage", is("Eva and 2 others follow you"))
                .body("items[1].newest.context", is("mention"))
                .body("items[2].displayMessage", is("Ben follows you"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"state=all", "state=unread", "state=archived", "state=all&context=mention", "type=Like&type=Undo"
            })
    void sumUpToTheList(String query) {
        sql.run("""
                INSERT INTO notifications (type, context, actor, target, object, read, archived_at, expires_at, created_at)
                SELECT (ARRAY['Follow', 'Like', 'Undo'])[1 + n % 3]::notification_activity_type,
                       (ARRAY['follow', 'mention'])[1 + n / 3 % 2]::notification_context,
                       (ARRAY[?, ?, ?])[1 + n / 7 % 3], ?, (ARRAY['x', 'y', NULL])[1 + n / 5 % 3], n % 4 = 0,
                       CASE WHEN n % 11 = 0 THEN now() END, CASE WHEN n % 13 = 0 THEN now() - interval '1 day' END,
                       timestamptz '2026-03-01T00:00Z' + n * interval '37 minutes'
                  FROM generate_series(1, 300) n
                """, ben.id(), cas.id(), eva.id(), ana.id());

        var groups = pages(GROUPS + "?limit=7&" + query);
        var list = pages("/api/notifications?limit=100&" + query);

        assertThat(groups.stream().mapToInt(group -> (int) group.get("count")).sum())
                .isEqualTo(list.size())
                .isPositive();
        assertThat(groups.stream().mapToInt(group -> (int) group.get("unread")).sum())
                .isEqualTo((int)
                        list.stream().filter(one -> !(boolean) one.get("read")).count());
        assertThat(groups.size()).isLessThanOrEqualTo(list.size());
    }

    @Test
    void tellEverybodyOnceAndInPages() {
        Told.follow(ben, ana, "2026-03-01T09:00Z");
        Told.follow(cas, ana, "2026-03-01T10:00Z");
        Told.follow(ben, ana, "2026-03-01T11:00Z");
        var newest = Told.follow(eva, ana, "2026-03-01T12:00Z");
        Told.follow(ben, ana, "2026-03-02T09:00Z");

        var path = GROUPS + "/" + newest + "/people?limit=2";
        var cursor = as(ana).get(path)
                .then()
                .statusCode(200)
                .body("items.person.screenname", contains("Eva", "Ben"))
                .body("items.createdAt", contains("2026-03-01T12:00:00Z", "2026-03-01T11:00:00Z"))
                .extract()
                .path("nextCursor");

        as(ana).get(path + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.person.screenname", contains("Cas"))
                .body("items[0].size()", is(2));
    }

    @Test
    void areMyOwn() {
        var id = Told.follow(ben, ana, "2026-03-01T09:00Z");

        as(cas).get(GROUPS + "/" + id + "/people").then().statusCode(404);
        as(cas).get(GROUPS).then().statusCode(200).body("items", hasSize(0));
        anonymous().get(GROUPS).then().statusCode(401);
        anonymous().get(GROUPS + "/" + id + "/people").then().statusCode(401);
        as(ana).get(GROUPS + "?cursor=nonsense").then().statusCode(422);
    }

    private List<Map<String, Object>> pages(String path) {
        var found = new ArrayList<Map<String, Object>>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("cursor", cursor)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.jsonPath().<Map<String, Object>>getList("items"));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);
        return found;
    }
}
