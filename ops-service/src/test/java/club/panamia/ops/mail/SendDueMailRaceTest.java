package club.panamia.ops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.ops.provider.Smtp;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SendDueMailRaceTest {

    @Inject
    Posted posted;

    @Inject
    SendDueMail sender;

    @Inject
    Outbox outbox;

    @Test
    void severalSendersSendEachMailOnce() {
        Smtp.empty();
        var ids = IntStream.range(0, 60).mapToObj(i -> posted.signIn()).toList();

        Race.of(4, runner -> () -> sender.run().await().atMost(Duration.ofSeconds(60)));

        assertThat(TestDatabase.get()
                        .sql()
                        .list(String.class, "SELECT error FROM internal.mail_outbox WHERE error IS NOT NULL"))
                .isEmpty();
        assertThat(Smtp.messageIds())
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> "<" + id + "@localhost>").toList());
        assertThat(TestDatabase.get().sql().list(String.class, "SELECT DISTINCT state FROM internal.mail_outbox"))
                .containsExactly("sent");
    }

    @Test
    void whatOneHasTakenAnotherDoesNotGetBeforeTheLoanIsOver() {
        var id = posted.signIn();

        assertThat(take()).containsExactly(1);
        assertThat(take()).isEmpty();
        assertThat(Posted.field(Boolean.class, "next_attempt_at > now() + interval '4 minutes'", id))
                .isTrue();

        Posted.makeDue(id);
        assertThat(take()).containsExactly(2);
    }

    @Test
    void theLateWordOfAnEarlierAttemptChangesNothing() {
        var id = posted.signIn();
        var first = outbox.take(1).collect().first().await().atMost(Duration.ofSeconds(10));
        Posted.makeDue(id);
        take();

        outbox.failed(first, new IllegalStateException("late")).await().atMost(Duration.ofSeconds(10));

        assertThat(Posted.field(Boolean.class, "error IS NULL", id)).isTrue();
    }

    private java.util.List<Integer> take() {
        return outbox.take(10).map(DueMail::attempt).collect().asList().await().atMost(Duration.ofSeconds(10));
    }
}
