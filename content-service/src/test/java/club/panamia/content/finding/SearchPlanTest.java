package club.panamia.content.finding;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.content.Library;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SearchPlanTest {

    @Inject
    Pool pool;

    @Test
    void looksWordsUpInAnIndex() {
        Library.fill();
        TestDatabase.get().sql().run("UPDATE articles SET title = 'Una exposición ' || slug WHERE slug LIKE '%77'");
        Planner.knows("articles");
        var question = new SearchQuestion();
        question.q = "exposicion";

        var plan = Plan.of(pool, ArticleSearch.FOUND, ArticleSearch.values(question));

        assertThat(plan).contains("articles_search_idx").doesNotContain("Seq Scan on articles");
    }
}
