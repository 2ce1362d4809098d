package club.panamia.engagement.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void isReadFromTheFirstTimeOn() {
        var notification = Notification.to("ana");

        notification.read(NOON);
        notification.read(NOON.plusSeconds(60));

        assertThat(notification.isRead()).isTrue();
        assertThat(notification.readAt()).isEqualTo(NOON);
    }

    @Test
    void keepsThatItWasReadAtAnUnknownTime() {
        var notification = Notification.to("ana");
        notification.read = true;

        notification.read(NOON);

        assertThat(notification.readAt()).isNull();
    }
}
