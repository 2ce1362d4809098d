package club.panamia.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.content.Library;
import club.panamia.kernel.page.PageQuery;
import club.panamia.testing.database.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReadingPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsAnIndexForEveryQuestion() {
        Library.fill();

        assertThat(list(null, null)).contains("articles_published_idx");
        assertThat(list("business_update", null)).contains("articles_published_idx");
        list(null, "tag-7");
        list("business_update", "tag-7");
        assertThat(by("writer-1"))
                .contains("articles_author_idx", "articles_co_authors_idx")
                .doesNotContain("Seq Scan on articles");
        assertThat(Plan.of(pool, PublishedArticles.RELATED, Tuple.of("a1"))).doesNotContain("Seq Scan on articles");
        assertThat(Plan.of(pool, PublishedArticles.featured(), page())).doesNotContain("Seq Scan on articles");
        assertThat(Plan.of(pool, PublishedArticles.pinned(), page().addString("writer-1")))
                .doesNotContain("Seq Scan on articles");
        assertThat(Plan.of(pool, ReadableArticles.AT_FORMER, Tuple.of("article-7", "somebody")))
                .doesNotContain("Seq Scan on articles");
        assertThat(plan(ReadableArticles.BY_SLUG, Tuple.of("article-7", "somebody", "1")))
                .contains("articles_slug_key");
    }

    private String by(String author) {
        var filter = new ArticleFilter();
        filter.author = author;
        return Plan.of(pool, PublishedArticles.sql(filter), PublishedArticles.values(filter, new PageQuery()));
    }

    private static Tuple page() {
        return PublishedArticles.values(new ArticleFilter(), new PageQuery());
    }

    private String list(String type, String tag) {
        var filter = new ArticleFilter();
        filter.type = type;
        filter.tag = tag;
        return plan(PublishedArticles.sql(filter), PublishedArticles.values(filter, new PageQuery()));
    }

    /**
     * For these values no table is read as a whole. The plan for all values thinks that a page holds a tenth of everything, so it
     * may read all the names for it, but never all the articles.
     */
    private String plan(String sql, Tuple values) {
        var forThese = Plan.of(pool, sql, values);

        assertThat(forThese).doesNotContain("Seq Scan");
        assertThat(Plan.forAnyValues(pool, sql, values)).doesNotContain("Seq Scan on articles");
        return forThese;
    }
}
