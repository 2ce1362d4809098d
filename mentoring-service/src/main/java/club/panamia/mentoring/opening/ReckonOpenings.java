package club.panamia.mentoring.opening;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.kernel.problem.Problem;
import club.panamia.mentoring.slot.Timetables;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reckons when mentors are free, one after the other: whose time has changed, and whose first free time has passed. */
@ApplicationScoped
class ReckonOpenings {

    private final NamedJobs jobs;
    private final Openings openings;
    private final Timetables timetables;
    private final Clock clock;

    ReckonOpenings(NamedJobs jobs, Openings openings, Timetables timetables, Clock clock) {
        this.jobs = jobs;
        this.openings = openings;
        this.timetables = timetables;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "reckon-mentor-openings",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> runWhenDue() {
        return jobs.run("reckon-mentor-openings", Duration.ofSeconds(5), this::some);
    }

    /** How many that were. */
    Uni<Integer> some() {
        // As the database keeps it: a time is compared with what was kept.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return openings.takeDue(now)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .call(due -> reckon(due, now))
                .collect()
                .with(Collectors.summingInt(done -> 1));
    }

    /** Whoever offers nothing, or shows no profile, is free for nobody. */
    private Uni<Void> reckon(Openings.Due due, Instant now) {
        return timetables
                .forAnybody(Objects.requireNonNullElse(due.screenname(), ""), now)
                .map(timetable -> FreeStarts.of(timetable, now))
                .onFailure(Problem.class)
                .recoverWithItem(() -> FreeStarts.none(now))
                .chain(starts -> openings.keep(due.userId(), starts, now));
    }
}
