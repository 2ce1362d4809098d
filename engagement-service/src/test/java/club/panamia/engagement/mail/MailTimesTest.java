package club.panamia.engagement.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.engagement.preference.NotificationSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTimesTest {

    /** New York's clocks go from 2 to 3 on 8 March 2026, and from 2 back to 1 on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "immediate, 8, 1, 2026-01-15T12:34:56Z, 2026-01-15T12:34:56Z",
        "hourly,    8, 1, 2026-01-15T12:34:56Z, 2026-01-15T13:00:00Z",
        "daily,     8, 1, 2026-01-15T12:34:56Z, 2026-01-15T13:00:00Z",
        "daily,     8, 1, 2026-01-15T13:00:00Z, 2026-01-16T13:00:00Z",
        "daily,     8, 1, 2026-03-07T14:00:00Z, 2026-03-08T12:00:00Z",
        "daily,     2, 1, 2026-03-07T14:00:00Z, 2026-03-08T07:00:00Z",
        "daily,     2, 1, 2026-03-08T07:00:00Z, 2026-03-09T06:00:00Z",
        "daily,     1, 1, 2026-10-31T14:00:00Z, 2026-11-01T05:00:00Z",
        "daily,     1, 1, 2026-11-01T05:00:00Z, 2026-11-02T06:00:00Z",
        "daily,     1, 1, 2026-11-01T05:30:00Z, 2026-11-02T06:00:00Z",
        "weekly,    8, 1, 2026-01-15T12:34:56Z, 2026-01-19T13:00:00Z",
        "weekly,    8, 4, 2026-01-15T12:34:56Z, 2026-01-15T13:00:00Z",
        "weekly,    8, 4, 2026-01-15T13:34:56Z, 2026-01-22T13:00:00Z",
        "weekly,    8, 7, 2026-03-01T14:34:56Z, 2026-03-08T12:00:00Z",
    })
    void followThePersonsOwnClock(String digest, int hour, int day, Instant since, Instant earliest) {
        var wishes = wishes(digest, hour, day, null, null, null);

        assertThat(new MailTimes(wishes).earliest(since)).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-01-15T17:00:00Z, 2026-01-15T17:00:00Z",
        "22:00, 07:00, 2026-01-16T03:00:00Z, 2026-01-16T12:00:00Z",
        "22:00, 07:00, 2026-01-16T11:59:00Z, 2026-01-16T12:00:00Z",
        "22:00, 07:00, 2026-01-16T12:00:00Z, 2026-01-16T12:00:00Z",
        "12:00, 14:00, 2026-01-15T17:30:00Z, 2026-01-15T19:00:00Z",
        "12:00, 14:00, 2026-01-15T19:00:00Z, 2026-01-15T19:00:00Z",
        "22:00, 02:30, 2026-03-08T04:00:00Z, 2026-03-08T07:30:00Z",
        "22:00, 01:30, 2026-11-01T05:10:00Z, 2026-11-01T06:30:00Z",
        "22:00, 01:30, 2026-11-01T06:10:00Z, 2026-11-01T06:30:00Z",
    })
    void waitForTheEndOfTheQuietHours(LocalTime from, LocalTime until, Instant time, Instant earliest) {
        var wishes = wishes("immediate", 8, 1, from, until, null);

        assertThat(new MailTimes(wishes).earliest(time)).isEqualTo(earliest);
    }

    @Test
    void waitForTheEndOfAPause() {
        var until = Instant.parse("2026-02-01T00:00:00Z");
        var wishes = wishes("daily", 8, 1, null, null, until);

        assertThat(new MailTimes(wishes).earliest(Instant.parse("2026-01-15T12:00:00Z")))
                .isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana"})
    void giveEveryDayOfTheYearOneDigest(String zone) {
        for (var hour = 0; hour < 24; hour++) {
            var wishes = new NotificationSettings("daily", hour, 1, zone, null, null, null, "everybody", true);
            var times = new MailTimes(wishes);
            var days = new HashSet<Object>();
            var time = Instant.parse("2026-01-01T12:00:00Z");
            for (var day = 0; day < 365; day++) {
                var next = times.earliest(time);
                assertThat(Duration.between(time, next)).isBetween(Duration.ofSeconds(1), Duration.ofHours(25));
                assertThat(days.add(next.atZone(ZoneId.of(zone)).toLocalDate())).isTrue();
                time = next;
            }
        }
    }

    private static NotificationSettings wishes(
            String digest,
            int hour,
            int day,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            @Nullable Instant paused) {
        return new NotificationSettings(digest, hour, day, "America/New_York", from, until, paused, "everybody", true);
    }
}
