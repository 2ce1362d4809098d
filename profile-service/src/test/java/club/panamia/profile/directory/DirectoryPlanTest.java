package club.panamia.profile.directory;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DirectoryPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsAnIndexForEverySearch() {
        Plan.seedProfiles();

        assertThat(plan(null, null, null)).contains("profiles_directory_idx");
        assertThat(plan("rosanda", null, null)).contains("profiles_search_idx", "profiles_name_trgm_idx");
        assertThat(plan("rosanda mel", "art", "broward")).contains("profiles_search_idx", "profiles_name_trgm_idx");
        assertThat(plan("\"rosanda mel\"", null, null))
                .contains("profiles_search_idx")
                .doesNotContain("trgm");
        plan(null, "apparel", null);
        plan(null, null, "broward");
    }

    /** Neither the plan for these values nor the one for all values may read all profiles. */
    private String plan(String q, String category, String county) {
        var search = new DirectorySearch();
        search.q = q;
        search.category = category;
        search.county = county;
        var question = DirectoryQuestion.of(search, new PageQuery());

        var forThese = Plan.of(pool, question.sql(), question.values());
        var forAny = Plan.forAnyValues(pool, question.sql(), question.values());

        assertThat(forThese).doesNotContain("Seq Scan on profiles");
        assertThat(forAny).doesNotContain("Seq Scan on profiles");
        return forThese;
    }
}
