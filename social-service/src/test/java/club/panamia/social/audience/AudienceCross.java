package club.panamia.social.audience;

import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every kind of viewer × every visibility × every endpoint, for the posts of one author: one rule decides everywhere. */
abstract class AudienceCross {

    static final String STATUSES = "/api/social/statuses";

    static final Set<Visibility> EVERYBODYS = Set.of(Visibility.PUBLIC, Visibility.QUIET);
    static final Set<Visibility> MEMBERS = Set.of(Visibility.PUBLIC, Visibility.QUIET, Visibility.LOCAL);
    static final Set<Visibility> FOLLOWERS =
            Set.of(Visibility.PUBLIC, Visibility.QUIET, Visibility.LOCAL, Visibility.FOLLOWERS);
    static final Set<Visibility> ALL_DIRECT = Set.of(Visibility.DIRECT);
    static final Set<Visibility> ALL = Set.of(Visibility.values());

    private static final List<String> FOR_EVERYBODY = List.of("", "/history", "/thread");
    private static final List<String> FOR_MEMBERS = List.of("", "/history", "/thread", "/likes", "/boosts");

    final Sql sql = TestDatabase.get().sql();
    final Map<Visibility, String> posts = new EnumMap<>(Visibility.class);
    final Map<String, Set<Visibility>> mayRead = new LinkedHashMap<>();
    final Map<String, Supplier<RequestSpecification>> viewers = new LinkedHashMap<>();

    /** The author's. */
    abstract String handle();

    void viewer(String kind, Set<Visibility> readable, Person person) {
        viewer(kind, readable, () -> as(person));
    }

    void viewer(String kind, Set<Visibility> readable, Supplier<RequestSpecification> caller) {
        viewers.put(kind, caller);
        mayRead.put(kind, readable);
    }

    @Test
    void decidesWhoReadsAPostItsHistoryAndItsThread() {
        for (var kind : viewers.keySet()) {
            for (var visibility : posts.keySet()) {
                var path = STATUSES + "/" + posts.get(visibility);
                var expected = mayRead.get(kind).contains(visibility) ? 200 : 404;
                for (var below : kind.equals("anonymous") ? FOR_EVERYBODY : FOR_MEMBERS) {
                    assertThat(viewers.get(kind).get().get(path + below).statusCode())
                            .as("%s reads %s%s", kind, visibility, below)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void decidesWhatIsOnEachList() {
        for (var kind : viewers.keySet()) {
            var readable = mayRead.get(kind);
            lists(kind, STATUSES + "?limit=100", here(Visibility.PUBLIC), readable);
            lists(kind, "/api/social/tags/X/statuses", Set.of(Visibility.PUBLIC, Visibility.LOCAL), readable);
            lists(kind, "/api/social/actors/" + handle() + "/statuses", FOLLOWERS, readable);
            if (kind.equals("anonymous")) {
                continue;
            }
            lists(kind, "/api/social/timelines/local", here(Visibility.PUBLIC, Visibility.LOCAL), readable);
            lists(kind, "/api/social/search/statuses?q=hola", found(), readable);
            lists(kind, "/api/social/timelines/home", hearsAtHome(kind) ? FOLLOWERS : Set.of(), readable);
            lists(kind, "/api/social/mentions", kind.contains("named") ? FOLLOWERS : Set.of(), readable);
            lists(kind, "/api/social/messages", kind.contains("named") ? ALL_DIRECT : Set.of(), readable);
            lists(kind, "/api/social/messages?box=sent", kind.contains("author") ? ALL_DIRECT : Set.of(), readable);
        }
    }

    /** What the timelines show that are of this server alone. */
    private Set<Visibility> here(Visibility... said) {
        return handle().contains("@") ? Set.of() : Set.of(said);
    }

    /** Of people elsewhere who let it be found, what they say to everybody. */
    private Set<Visibility> found() {
        return handle().contains("@") ? Set.of(Visibility.PUBLIC) : ALL;
    }

    static boolean hearsAtHome(String kind) {
        return kind.equals("a follower") || kind.equals("the author");
    }

    private void lists(String kind, String path, Set<Visibility> shown, Set<Visibility> readable) {
        var expected = new ArrayList<String>();
        shown.stream()
                .filter(readable::contains)
                .filter(posts::containsKey)
                .forEach(visibility -> expected.add(posts.get(visibility)));
        assertThat(viewers.get(kind)
                        .get()
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.id", String.class))
                .as("%s lists %s", kind, path)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void decidesWhoLikesAndBoostsAndAnswers() {
        for (var kind : viewers.keySet()) {
            if (kind.equals("anonymous") || kind.contains("without an actor")) {
                continue;
            }
            for (var visibility : posts.keySet()) {
                var path = STATUSES + "/" + posts.get(visibility);
                var sees = mayRead.get(kind).contains(visibility);
                assertThat(viewers.get(kind).get().put(path + "/like").statusCode())
                        .as("%s likes %s", kind, visibility)
                        .isEqualTo(sees ? 204 : 404);
                assertThat(viewers.get(kind).get().put(path + "/boost").statusCode())
                        .as("%s boosts %s", kind, visibility)
                        .isEqualTo(sees && MEMBERS.contains(visibility) ? 204 : 404);
                assertThat(answer(kind, visibility))
                        .as("%s answers %s", kind, visibility)
                        .isEqualTo(sees);
            }
        }
    }

    /** The author of a direct post answers it to its recipients. */
    private boolean answer(String kind, Visibility visibility) {
        var status = viewers.get(kind)
                .get()
                .contentType(ContentType.JSON)
                .body(Map.of("content", "Yes", "inReplyTo", posts.get(visibility)))
                .post(STATUSES)
                .statusCode();
        assertThat(status).isIn(201, 404);
        return status == 201;
    }
}
