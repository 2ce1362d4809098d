package club.panamia.kernel.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail to ana@example.org failed | mail to [address] failed",
                "connecting to postgres://pana_auth:hunter2@db/pana | connecting to postgres://[redacted]@db/pana",
                "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwIn0.c2ln | Bearer [token]",
                "token P3ZbrSHv48aluBsLCTdfyMYlUcCdFgdIEu2cOcOoC9k used | token [token] used",
                "article p0123456789abcdefghijklm | article p0123456789abcdefghijklm",
                "nothing to hide | nothing to hide"
            })
    void takesOutWhatNobodyShouldRead(String written, String kept) {
        assertThat(Redaction.clean(written)).isEqualTo(kept);
    }

    @Test
    void alsoReachesTheParametersOfALine() {
        var line = new ExtLogRecord(Level.INFO, "mail to %s", ExtLogRecord.FormatStyle.PRINTF, "test");
        line.setParameters(new Object[] {"ana@example.org"});

        assertThat(new Redaction().isLoggable(line)).isTrue();

        assertThat(line.getMessage()).isEqualTo("mail to [address]");
    }
}
