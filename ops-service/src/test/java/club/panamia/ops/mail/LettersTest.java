package club.panamia.ops.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.ops.provider.Letter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LettersTest {

    @Inject
    Letters letters;

    @Test
    void writesTheLinkForEyesAndForPrograms() {
        var mail = write("sign-in", "en", Posted.LINK);

        assertThat(mail.subject()).isEqualTo("Sign in to pana.example");
        assertThat(mail.text())
                .startsWith("Sign in to pana.example\n\n")
                .contains("\n" + Posted.LINK.get("link") + "\n")
                .doesNotContain("code");
        assertThat(mail.html())
                .contains("href=\"" + Posted.LINK.get("link").replace("&", "&amp;") + "\"")
                .doesNotContain("code");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'where you asked for it, within 15 minutes', 'Never tell the code to anybody'",
        "es, 'donde lo pediste, antes de 15 minutos', 'No le digas el código a nadie'"
    })
    void addsTheCodeWhereThereIsOne(String locale, String where, String warning) {
        var params = Map.of("link", "https://pana.example/x", "host", "pana.example", "code", "042042");

        var mail = write("sign-in", locale, params);

        assertThat(mail.text()).contains("042042", where, warning);
        assertThat(mail.html()).contains("042042", where, warning);
    }

    @ParameterizedTest
    @CsvSource({
        "es, Entra en pana.example",
        "es-MX, Entra en pana.example",
        "en-GB, Sign in to pana.example",
        "ht, Sign in to pana.example"
    })
    void speaksTheLanguageThatWasAskedForOrEnglish(String locale, String subject) {
        assertThat(write("sign-in", locale, Posted.LINK).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "profile-submitted, Your profile is with us, Tenemos tu perfil",
        "profile-published, Your profile is in the directory, Tu perfil está en el directorio",
        "profile-not-published, Your profile needs a change, Tu perfil necesita un cambio",
        "profile-suspended, Your profile is suspended, Tu perfil está suspendido",
        "profile-restored, Your profile is yours again, Tu perfil vuelve a ser tuyo",
        "profile-claimed, A profile has been claimed, Un perfil tiene dueño",
        "profile-released, A profile has been released, Un perfil quedó libre",
        "profile-deleted, Your profile is deleted, Tu perfil está borrado",
        "staff-profile-submitted, A profile waits for review, A profile waits for review"
    })
    void hasATemplateForEveryStepOfAProfileInBothLanguages(String template, String english, String spanish) {
        var mail = write(template, "es", Map.of("reason", "Say what you make."));

        assertThat(write(template, "en", Map.of("reason", "Say what you make.")).subject())
                .isEqualTo(english);
        assertThat(mail.subject()).isEqualTo(spanish);
        assertThat(mail.text()).isNotBlank().doesNotContain("{", "}");
        assertThat(mail.html()).startsWith("<!DOCTYPE html>").doesNotContain("{", "}");
    }

    @ParameterizedTest
    @CsvSource({"en, See everything", "es, Ver todo"})
    void tellsWhatThereIsToRead(String locale, String button) {
        var params = Map.of(
                "title",
                "2 things",
                "lines",
                "Eva <b> follows you\nhttps://pana.example/p/eva",
                "link",
                "https://pana.example/updates");

        var mail = write("notices", locale, params);

        assertThat(mail.subject()).isEqualTo("2 things");
        assertThat(mail.text())
                .contains("Eva <b> follows you\nhttps://pana.example/p/eva", "https://pana.example/updates");
        assertThat(mail.html()).contains("Eva &lt;b&gt; follows you", button).doesNotContain("{", "}");
    }

    @ParameterizedTest
    @CsvSource({"en, Is this your Wikimedia account?", "es, ¿Es tuya esta cuenta de Wikimedia?"})
    void namesTheAccountThatWaitsForAProof(String locale, String subject) {
        var link = "https://pana.example/api/oauth-verifications/confirmation?token=x";
        var params = Map.of("link", link, "host", "pana.example", "provider", "Wikimedia", "account", "Ana <b>");

        var mail = write("verify-account", locale, params);

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains("Ana <b>", "\n" + link + "\n").doesNotContain("{", "}");
        assertThat(mail.html()).contains("Ana &lt;b&gt;", "href=\"" + link + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "email-proof, en, Is this your address?, @ana on pana.example",
        "email-proof, es, ¿Es tuya esta dirección?, @ana en pana.example",
        "email-added, en, An address was added to your account, From now on ana@work.example signs in",
        "email-added, es, Se añadió una dirección a tu cuenta, ana@work.example también entra",
        "new-device, en, A new sign-in on pana.example, Firefox on Linux",
        "new-device, es, Nueva entrada en pana.example, Firefox on Linux"
    })
    void tellsOfAccountsInBothLanguages(String template, String locale, String subject, String words) {
        var params = Map.of(
                "host", "pana.example",
                "link", "https://pana.example/x",
                "name", "ana",
                "address", "ana@work.example",
                "device", "Firefox on Linux",
                "prefix", "203.0.113.0/24",
                "time", "2030-05-01 12:00 UTC");

        var mail = write(template, locale, params);

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(words).doesNotContain("{", "}");
        assertThat(mail.html()).contains("<title>" + subject).doesNotContain("{", "}");
        assertThat(mail.headers().get("Content-Language")).isEqualTo(locale);
    }

    @Test
    void callsSomebodyWithoutAScreennameSomebody() {
        var params = Map.of("host", "pana.example", "link", "https://pana.example/x", "name", "");

        assertThat(write("email-proof", "en", params).text()).contains("Somebody on pana.example");
    }

    @Test
    void tellsTheReasonAsItWasWritten() {
        var mail = write("profile-not-published", "en", Map.of("reason", "Say <b>what</b> you make & {site}."));

        assertThat(mail.text()).contains("Say <b>what</b> you make & {site}.");
        assertThat(mail.html()).contains("Say &lt;b&gt;what&lt;/b&gt; you make &amp; {site}.");
    }

    @Test
    void tellsStaffWhoJoinedTheAffiliateProgramme() {
        var mail = write(
                "staff-affiliate-joined",
                "en",
                Map.of("name", "Ana", "email", "ana@example.org", "code", "CPABCDEFGH12"));

        assertThat(mail.subject()).isEqualTo("Joined the affiliate programme: Ana");
        assertThat(mail.text()).contains("CPABCDEFGH12", "ana@example.org").doesNotContain("{", "}");
        assertThat(mail.html()).contains("CPABCDEFGH12", "ana@example.org").doesNotContain("{", "}");
    }

    @Test
    void keepsTheSubjectOnOneLine() {
        var mail = write("staff-profile-submitted", "en", Map.of("name", "Ana\r\nBcc: eve@example.org"));

        assertThat(mail.subject()).isEqualTo("A profile waits for review: Ana Bcc: eve@example.org");
    }

    @Test
    void letsPeopleLeaveAListWithOneClickAndByALink() {
        var url = "http://localhost:8080/api/newsletter/unsubscription?key=a";

        var mail = write("profile-submitted", "en", Map.of("unsubscribe", url));

        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe", "<" + url + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mail.text()).endsWith("\n" + url + "\n");
        assertThat(mail.html()).contains("href=\"" + url + "\"");
        assertThat(write("profile-submitted", "en", Map.of()).headers()).doesNotContainKey("List-Unsubscribe");
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/x", "'http://localhost:8080/x>\r\nBcc: eve@example.org'", "http://localhost:8080"
    })
    void refusesToLetListsBeLeftElsewhere(String url) {
        assertThatThrownBy(() -> write("profile-submitted", "en", Map.of("unsubscribe", url)))
                .isInstanceOf(Letters.Unsendable.class)
                .hasMessageContaining("unsubscribe");
    }

    @Test
    void refusesWhatItCannotWrite() {
        assertThatThrownBy(() -> write("nothing", "en", Map.of()))
                .isInstanceOf(Letters.Unsendable.class)
                .hasMessage("There is no template 'nothing'.");
        assertThatThrownBy(() -> write("profile-not-published", "en", Map.of()))
                .isInstanceOf(Letters.Unsendable.class)
                .hasMessageContaining("reason");
    }

    private Letter write(String template, String locale, Map<String, String> params) {
        return letters.write(new OutgoingMail("p1", template, "ana@example.org", locale, params, 1));
    }
}
