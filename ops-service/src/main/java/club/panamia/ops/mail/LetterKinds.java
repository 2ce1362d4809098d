package club.panamia.ops.mail;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.settings.Settings;
import club.panamia.ops.provider.Letter;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import io.quarkus.qute.runtime.QuteRecorder.QuteContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All kinds of letters. A kind is declared by its templates alone, {@code templates/mail/<language>/<name>.html} and {@code .txt},
 * and what it is filled with is read from them, so there is no list to forget.
 */
@Singleton
class LetterKinds {

    private static final Pattern ENGLISH = Pattern.compile("mail/en/([a-z]+(?:-[a-z]+)*)\\.txt");
    private static final List<String> LANGUAGES = List.of("en", "es");

    private final Engine engine;
    private final Letters letters;
    private final QuteContext templates;
    private final Map<String, String> samples;

    LetterKinds(Engine engine, Letters letters, QuteContext templates, Settings settings) {
        this.engine = engine;
        this.letters = letters;
        this.templates = templates;
        var site = settings.publicUrl().toString();
        samples = Map.of(
                "link",
                site + "/sample",
                "unsubscribe",
                site + "/sample/leave",
                "host",
                settings.publicUrl().getHost(),
                "name",
                "Ana",
                "code",
                "042042",
                "email",
                "ana@example.org");
    }

    List<LetterKind> all() {
        return templates.getTemplates().keySet().stream()
                .map(ENGLISH::matcher)
                .filter(path -> path.matches())
                .map(path -> kind(path.group(1)))
                .sorted(java.util.Comparator.comparing(LetterKind::name))
                .toList();
    }

    /** A letter of this kind to nobody, filled with samples. */
    Letter preview(String name, String locale) {
        if (template("en", name, "txt") == null) {
            throw NOT_FOUND.because("There is no kind of letter '%s'.".formatted(name));
        }
        var params = new HashMap<String, String>();
        params(name).forEach(param -> params.put(param, samples.getOrDefault(param, "‹" + param + "›")));
        return letters.write(new OutgoingMail("preview", name, "ana@example.org", locale, params, 1));
    }

    private LetterKind kind(String name) {
        var spoken = LANGUAGES.stream()
                .filter(language -> template(language, name, "txt") != null)
                .toList();
        return new LetterKind(name, spoken, params(name));
    }

    private List<String> params(String name) {
        var found = new TreeSet<String>();
        LANGUAGES.stream()
                .flatMap(language -> Stream.of(template(language, name, "txt"), template(language, name, "html")))
                .filter(java.util.Objects::nonNull)
                .flatMap(template -> template.getExpressions().stream())
                .filter(expression -> !expression.hasNamespace() && !expression.isLiteral())
                .map(LetterKinds::firstName)
                .forEach(found::add);
        found.remove("site");
        return List.copyOf(found);
    }

    private static String firstName(Expression expression) {
        return expression.getParts().getFirst().getName();
    }

    private @Nullable Template template(String language, String name, String form) {
        return engine.getTemplate("mail/%s/%s.%s".formatted(language, name, form));
    }
}
