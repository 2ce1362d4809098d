package club.panamia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTableTest {

    private static final Search WORDS = new Search("words", 50, 100, List.of());

    @Test
    void saysWhetherTheBarIsMetAndHowTheCostGrew() {
        var table = new DirectoryTable();
        table.add(WORDS, 10_000, new SearchCost(200, 900, 4, 3, 10, 12, 0), new SearchCost(400, 700, 4, 4, 20, 30, 0));
        table.add(
                WORDS, 100_000, new SearchCost(200, 90, 20, 30, 60, 70, 1), new SearchCost(400, 80, 20, 40, 80, 90, 0));

        assertThat(table.text())
                .contains("| words | 10,000 | the service | 3.0 / **10.0** / 12.0 ms at 100/s | 50 % | ≤ 50 ms: met |")
                .contains(
                        "| words | 100,000 | the service | 30.0 / **60.0** / 70.0 ms at 100/s | 75 % | ≤ 50 ms: missed |")
                .contains("| 90 | 1 failed")
                .contains(
                        "- words: 10 times the people, the database is at work 5.0 times as long (less than linear), p95 6.0 times.");
    }

    @Test
    void saysSoWhereTheCostGrewWithTheNumberOfPeople() {
        var table = new DirectoryTable();
        table.add(WORDS, 10_000, new SearchCost(1, 1, 1, 1, 1, 1, 0), new SearchCost(1, 1, 1, 1, 1, 1, 0));
        table.add(WORDS, 100_000, new SearchCost(1, 1, 10, 1, 9, 1, 0), new SearchCost(1, 1, 1, 1, 1, 1, 0));

        assertThat(table.text()).contains("10.0 times as long (not less than linear)");
    }
}
