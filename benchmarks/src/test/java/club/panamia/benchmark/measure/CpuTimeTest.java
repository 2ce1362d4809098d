package club.panamia.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    @Test
    void countsWhatThisProcessUses() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux keeps these accounts");
        var own = new CpuTime(ProcessHandle.current().pid());
        var before = own.micros();

        var burnt = burnUntil(System.nanoTime() + 300_000_000L);

        assertThat(burnt).isNotZero();
        assertThat(own.micros() - before).isBetween(50_000L, 5_000_000L);
    }

    private static long burnUntil(long end) {
        var sum = 1L;
        while (System.nanoTime() < end) {
            sum = sum * 31 + 7;
        }
        return sum;
    }
}
