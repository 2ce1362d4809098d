package club.panamia.profile.directory;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.Crowd;
import club.panamia.profile.section.Viewer;
import club.panamia.testing.database.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DirectoryPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsAnIndexForEverySearch() {
        Crowd.seed();

        assertThat(list(search -> {})).contains("profiles_directory_idx");
        assertThat(list(search -> search.sort = "newest")).contains("profiles_newest_idx");
        assertThat(list(search -> search.sort = "shuffle")).contains("profiles_shuffle_idx");
        assertThat(list(search -> search.q = "rosanda")).contains("profiles_search_idx", "profiles_pkey");
        assertThat(list(search -> search.q = "\"rosanda mel\"")).contains("profiles_search_idx");
        assertThat(list(search -> {
                    search.q = "rosanda mel";
                    search.category = List.of("art");
                    search.county = List.of("broward");
                }))
                .contains("profiles_search_idx", "profiles_pkey");
        assertThat(list(search -> search.locality = "Town 7")).contains("profiles_locality_idx");
        assertThat(list(search -> search.expertise = "Skill 3")).contains("profiles_mentoring_idx");
        list(search -> search.category = List.of("apparel"));
        list(search -> search.county = List.of("broward", "palm_beach"));
        list(search -> search.mentors = true);
    }

    @Test
    void readsAnIndexForNamesThatAreNearlySo() {
        Crowd.seed();
        var body = "SELECT p.id FROM profiles p WHERE p.active AND internal.fold($1) <<% p.folded_name LIMIT 500";

        assertThat(checked(body, Tuple.of("rosanda mel"))).contains("profiles_name_trgm_idx");
    }

    @Test
    void asksTheIndexOfWordsForTheFiltersToo() {
        Crowd.seed();

        var plan = list(search -> {
            search.q = "rosanda";
            search.category = List.of("art");
        });

        assertThat(plan).contains("profiles_search_idx").doesNotContain("profiles_categories_idx");
    }

    @Test
    void knowsHowFarToLookBeforeItLooks() {
        Crowd.seed();

        assertThat(list(DirectoryPlanTest::aroundMiami)).contains("CTE reach", "Order By: (point(");
    }

    @Test
    void readsTheIndexOfThePlacesThatSuchAViewerSees() {
        Crowd.seed();

        assertThat(list(DirectoryPlanTest::aroundMiami)).contains("profiles_place_public_idx");
        assertThat(plan(DirectoryPlanTest::aroundMiami, Viewer.MEMBER)).contains("profiles_place_members_idx");
        assertThat(list(search -> search.zip = "33010"))
                .contains("profiles_place_public_idx", "profiles_postal_code_public_idx");
        assertThat(plan(search -> search.zip = "33010", Viewer.MEMBER)).contains("profiles_postal_code_members_idx");
        list(search -> {
            aroundMiami(search);
            search.q = "rosanda";
        });
    }

    @Test
    void countsWhoIsFoundWithoutReadingTheOthers() {
        Crowd.seed();

        assertThat(facets(search -> search.q = "rosanda")).contains("profiles_search_idx");
        facets(search -> search.category = List.of("art"));
        facets(DirectoryPlanTest::aroundMiami);
    }

    @Test
    void featuresByAnIndex() {
        Crowd.seed();
        var question = DirectoryQuestion.some(Found.verified(), "today", 6);

        assertThat(checked(question.sql(), question.values())).contains("profiles_verified_idx");
    }

    private static void aroundMiami(DirectorySearch search) {
        search.lat = "25.76";
        search.lng = "-80.19";
        search.radius = "5";
    }

    private String list(Consumer<DirectorySearch> wish) {
        return plan(wish, Viewer.PUBLIC);
    }

    private String plan(Consumer<DirectorySearch> wish, Viewer viewer) {
        var search = new DirectorySearch();
        wish.accept(search);
        var question = DirectoryQuestion.of(search, new PageQuery(), viewer, "today");
        return checked(question.sql(), question.values());
    }

    private String facets(Consumer<DirectorySearch> wish) {
        var search = new DirectorySearch();
        wish.accept(search);
        var question = Facets.about(search, Viewer.PUBLIC);
        return checked(question.sql(), question.values());
    }

    /** Neither the plan for these values nor the one for all values may read all profiles or all people. */
    private String checked(String sql, Tuple values) {
        var forThese = Plan.of(pool, sql, values);

        assertThat(forThese).doesNotContain("Seq Scan on profiles", "Seq Scan on users");
        assertThat(Plan.forAnyValues(pool, sql, values)).doesNotContain("Seq Scan on profiles", "Seq Scan on users");
        return forThese;
    }
}
