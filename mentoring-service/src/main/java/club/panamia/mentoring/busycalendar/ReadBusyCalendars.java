package club.panamia.mentoring.busycalendar;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

/** Reads the calendars that people keep elsewhere, every half an hour each. */
@ApplicationScoped
class ReadBusyCalendars {

    /** So many files in memory. */
    private static final int AT_ONCE = 2;

    private final NamedJobs jobs;
    private final BusyCalendars calendars;
    private final AskForCalendar askForCalendar;
    private final Clock clock;

    ReadBusyCalendars(NamedJobs jobs, BusyCalendars calendars, AskForCalendar askForCalendar, Clock clock) {
        this.jobs = jobs;
        this.calendars = calendars;
        this.askForCalendar = askForCalendar;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "read-busy-calendars",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> runWhenDue() {
        return jobs.run("read-busy-calendars", Duration.ofSeconds(10), this::some);
    }

    /** How many that were. */
    Uni<Integer> some() {
        return calendars
                .takeDue(clock.instant())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUni(this::read)
                .merge(AT_ONCE)
                .collect()
                .with(Collectors.summingInt(done -> done));
    }

    private Uni<Integer> read(DueCalendar calendar) {
        return askForCalendar
                .now(calendar, clock.instant())
                .chain(reading -> calendars.keep(calendar, reading, clock.instant()))
                .replaceWith(1);
    }
}
