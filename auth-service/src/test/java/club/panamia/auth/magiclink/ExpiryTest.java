package club.panamia.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.auth.MovableClock;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ExpiryTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Inject
    SentMail mail;

    @Inject
    MovableClock clock;

    private final Visitor ana = new Visitor();

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void opensALinkForADayLessASecond() {
        ana.ask("ana@example.org");
        clock.pass(VerificationToken.LIFE.minusSeconds(10));

        ana.openLink(mail.newest()).then().statusCode(200);
        ana.confirm(mail.newest()).then().statusCode(303);
    }

    @Test
    void opensNoLinkAfterADay() {
        ana.ask("ana@example.org");
        clock.pass(VerificationToken.LIFE.plus(A_SECOND));

        ana.openLink(mail.newest()).then().statusCode(410);
        ana.confirm(mail.newest()).then().statusCode(410);
        new Visitor().confirm(mail.newest(), "ana@example.org").then().statusCode(410);

        assertThat(TestDatabase.get().sql().one(Long.class, "SELECT count(*) FROM sessions"))
                .isZero();
    }

    @Test
    void takesACodeForAQuarterOfAnHourLessASecond() {
        ana.ask("ana@example.org");
        clock.pass(VerificationToken.CODE_LIFE.minusSeconds(10));

        ana.typeCode(mail.newest().code()).then().statusCode(303);
    }

    @Test
    void takesNoCodeAfterAQuarterOfAnHourButStillTheLink() {
        ana.ask("ana@example.org");
        clock.pass(VerificationToken.CODE_LIFE.plus(A_SECOND));

        ana.typeCode(mail.newest().code()).then().statusCode(422);
        new Visitor()
                .openLink(mail.newest())
                .then()
                .body(not(containsString(mail.newest().code())));
        ana.confirm(mail.newest()).then().statusCode(303);
    }

    @Test
    void givesTheNextMailANewQuarterOfAnHour() {
        ana.ask("ana@example.org");
        clock.pass(VerificationToken.CODE_LIFE.plus(A_SECOND));
        ana.ask("ana@example.org");

        ana.typeCode(mail.newest().code()).then().statusCode(303);
    }
}
