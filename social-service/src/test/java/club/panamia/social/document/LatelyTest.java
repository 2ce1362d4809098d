package club.panamia.social.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private static final String URI = "https://home.test/ap/statuses/1";
    private static final JsonObject DOCUMENT = new JsonObject().put("id", URI);

    private final Lately lately = new Lately(Duration.ofMinutes(1));

    @Test
    void nothingIsKnownOfWhatNobodyHasAskedFor() {
        assertThat(lately.kept(URI, null)).isEmpty();
    }

    @Test
    void aDocumentCountsForTheNextWhoAsk() {
        lately.whole(URI, DOCUMENT, "\"1\"");

        assertThat(lately.kept(URI, null)).hasValueSatisfying(answer -> {
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getEntity()).isEqualTo(DOCUMENT.encode());
        });
        assertThat(lately.kept(URI, "\"1\""))
                .hasValueSatisfying(answer -> assertThat(answer.getStatus()).isEqualTo(304));
        assertThat(lately.kept(URI, "\"0\""))
                .hasValueSatisfying(answer -> assertThat(answer.getStatus()).isEqualTo(200));
    }

    @Test
    void aVersionAnswersOnlyThoseWhoHaveIt() {
        lately.unchanged(URI, "\"1\"");

        assertThat(lately.kept(URI, "\"1\"")).isPresent();
        assertThat(lately.kept(URI, "\"0\"")).isEmpty();
        assertThat(lately.kept(URI, null)).isEmpty();
    }

    @Test
    void aVersionTakesNoDocumentAway() {
        lately.whole(URI, DOCUMENT, "\"1\"");
        lately.unchanged(URI, "\"1\"");

        assertThat(lately.kept(URI, null)).isPresent();
    }

    @Test
    void aMomentLaterTheDatabaseIsAskedAgain() {
        var forgetful = new Lately(Duration.ZERO);
        forgetful.whole(URI, DOCUMENT, "\"1\"");

        assertThat(forgetful.kept(URI, null)).isEmpty();
    }
}
