package club.panamia.ops.job;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How often jobs run. */
@ConfigMapping(prefix = "pana.jobs")
public interface JobSettings {

    /** What {@code pana.jobs.each} does not name. */
    Duration usuallyEvery();

    /** By the job's name. */
    Map<String, Duration> each();

    default Duration every(Job job) {
        return each().getOrDefault(job.name(), usuallyEvery());
    }
}
