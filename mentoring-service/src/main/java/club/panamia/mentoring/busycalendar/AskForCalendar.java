package club.panamia.mentoring.busycalendar;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.settings.Settings;
import club.panamia.mentoring.busytime.BusyTimes;
import club.panamia.mentoring.slot.Stretch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks another server for somebody's calendar. It never fails: whatever happens is a {@link Reading}. */
@Singleton
class AskForCalendar {

    private static final int NOT_MODIFIED = 304;
    private static final int MOST_BYTES = 2 << 20;
    private static final int LONGEST_ETAG = 500;
    private static final int LONGEST_DATE = 100;
    private static final Duration WITHIN = Duration.ofSeconds(20);
    /** As far as the farthest horizon of a mentor. */
    private static final Duration AHEAD = Duration.ofDays(366);

    private final GuardedHttp http;
    private final SealedAddress addresses;
    private final Settings settings;

    AskForCalendar(GuardedHttp http, SealedAddress addresses, Settings settings) {
        this.http = http;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** Read on a worker thread. */
    Uni<Reading> now(DueCalendar calendar, Instant now) {
        return Uni.createFrom()
                .deferred(() -> http.send(call(calendar, now)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(answer -> reading(answer, calendar, now))
                .onFailure()
                .recoverWithItem(failure -> new Reading.Failed(Fault.of(failure)));
    }

    private GuardedCall call(DueCalendar calendar, Instant now) {
        var call = GuardedCall.get(addresses.open(calendar.address(), calendar.ownerId()))
                .header("Accept", "text/calendar, */*;q=0.1")
                .atMost(MOST_BYTES)
                .within(WITHIN);
        if (!calendar.isKnown(now)) {
            return call;
        }
        if (calendar.etag() != null) {
            return call.header("If-None-Match", calendar.etag());
        }
        return calendar.lastModified() == null ? call : call.header("If-Modified-Since", calendar.lastModified());
    }

    private Reading reading(GuardedAnswer answer, DueCalendar calendar, Instant now) {
        if (answer.status() == NOT_MODIFIED && calendar.isKnown(now)) {
            return new Reading.Unchanged();
        }
        if (!answer.succeeded()) {
            return new Reading.Failed(Fault.of(answer.status()));
        }
        var window = new Stretch(now.minus(Duration.ofDays(1)), now.plus(AHEAD));
        return BusyTimes.of(
                        answer.text(),
                        calendar.zone(),
                        window,
                        settings.publicUrl().getHost())
                .<Reading>map(busy -> new Reading.Said(
                        busy, header(answer, "ETag", LONGEST_ETAG), header(answer, "Last-Modified", LONGEST_DATE)))
                .orElseGet(() -> new Reading.Failed(Fault.NO_CALENDAR));
    }

    private static @Nullable String header(GuardedAnswer answer, String name, int longest) {
        return answer.header(name).filter(value -> value.length() <= longest).orElse(null);
    }
}
