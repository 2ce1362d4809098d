package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticlesTableTest {

    private final ArticlesTable table = new ArticlesTable();

    @Test
    void saysWhichBarsAreMet() {
        table.add(
                new ArticleQuestion(new Search("list", 50, 100, List.of()), 0, 0, true),
                new SearchCost(200, 900, 4, 3, 10, 12, 0),
                new SearchCost(400, 700, 4, 4, 20, 30, 0));
        table.add(
                new ArticleQuestion(new Search("unchanged", 0, 100, List.of()), 60, 0, false),
                new SearchCost(61, 900, 4, 3, 10, 12, 2),
                null);
        table.add(
                new ArticleQuestion(new Search("reading", 0, 100, List.of()), 0, 50, true),
                new SearchCost(100, 900, 4, 3, 10, 12, 0),
                new SearchCost(200, 700, 4, 4, 20, 30, 0));

        assertThat(table.text())
                .contains(
                        "| list | the service | 3.0 / **10.0** / 12.0 ms at 100/s | ≤ 50 ms: met | 4.0 ms | **200 µs** | 50 % | – | 900 |")
                .contains(
                        "| list | Node peer | 4.0 / **20.0** / 30.0 ms at 100/s | – | 4.0 ms | **400 µs** | 100 % | – | 700 |")
                .contains("| **61 µs** | – | ≤ 60 µs: missed | 900 | 2 failed")
                .contains("| **100 µs** | 50 % | ≤ 50 %: met |");
    }
}
