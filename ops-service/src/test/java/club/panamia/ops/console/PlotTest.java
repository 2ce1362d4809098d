package club.panamia.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.ops.figures.DayView;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    @Test
    void drawsTheBusiestDayAsHighAsTheDrawing() {
        var plot = Plot.of("users", List.of(new DayView(DAY, 5), new DayView(DAY.plusDays(1), 10)));

        assertThat(plot.total()).isEqualTo(15);
        assertThat(plot.bars())
                .containsExactly(
                        new Plot.Bar("2030-01-01", 5, 0, 40, 298, 40), new Plot.Bar("2030-01-02", 10, 300, 0, 298, 80));
    }

    @Test
    void drawsNothingOnADayOnWhichNothingWasNew() {
        assertThat(Plot.of("users", List.of(new DayView(DAY, 0))).bars())
                .extracting(Plot.Bar::height)
                .containsExactly(0);
    }

    @Test
    void drawsSomethingOfTheSmallestNumber() {
        var plot = Plot.of("users", List.of(new DayView(DAY, 1), new DayView(DAY, 1_000_000)));

        assertThat(plot.bars().getFirst().height()).isEqualTo(1);
    }
}
