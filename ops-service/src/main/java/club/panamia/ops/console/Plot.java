package club.panamia.ops.console;

import club.panamia.ops.figures.DayView;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar for each day, in a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param total of all days
 */
record Plot(String name, long total, List<Bar> bars) {

    static final int WIDTH = 600;
    static final int HEIGHT = 80;

    /** A day's bar; one on which nothing was new has no height. */
    record Bar(String day, long count, int x, int y, int width, int height) {}

    static Plot of(String name, List<DayView> days) {
        var most = Math.max(1, days.stream().mapToLong(DayView::count).max().orElse(1));
        var step = WIDTH / Math.max(1, days.size());
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var height = (int) Math.ceil((double) day.count() * HEIGHT / most);
            bars.add(new Bar(
                    day.day().toString(), day.count(), i * step, HEIGHT - height, Math.max(1, step - 2), height));
        }
        return new Plot(name, days.stream().mapToLong(DayView::count).sum(), List.copyOf(bars));
    }
}
