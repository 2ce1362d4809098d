package club.panamia.social.effect.post;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.inbox.Activity;
import club.panamia.social.wire.ForeignJson;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Posts in the form in which other servers' documentation shows them, and in all others that mean the same. */
class PostsOfOtherServersTest {

    private static final Instant NOW = Instant.parse("2026-11-06T09:08:07Z");
    private static final Set<String> REFERENCES = Set.of("actor", "attributedTo", "to", "cc", "inReplyTo");
    private static final Set<String> WORDS = Set.of("content", "summary", "name", "published", "updated", "type");
    private static final Set<String> TERMS =
            Set.of("content", "summary", "to", "cc", "attributedTo", "object", "published", "updated");

    private static JsonObject activity(String file) {
        try {
            var text = Files.readAllBytes(Path.of("src", "test", "resources", "fediverse", file + ".json"));
            return ForeignJson.parse(text).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject kept(JsonObject body) {
        var actor = String.valueOf(Ld.ref(body, "actor"));
        var activity = new Activity(String.valueOf(Ld.id(body)), Ld.type(body), actor, body);
        assertThat(Note.TYPES).contains(activity.objectType());
        return Note.of(activity).kept("id", actor + "/followers", NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mastodon-note|public|Pots|es|2026-01-02T03:04:05Z|#clay",
                "akkoma-note|public||es|2026-01-02T03:04:05.123456Z|",
                "misskey-note|quiet|||2026-01-02T03:04:05Z|",
                "peertube-video|public|||2026-01-02T03:04:05Z|clay",
                "lemmy-page|public|||2026-01-02T03:04:05Z|#clay",
                "pixelfed-note|public|||2026-01-02T03:04:05Z|#clay",
                "gotosocial-note|followers||es|2026-01-02T03:04:05Z|",
                "wordpress-article|public||en|2026-01-02T03:04:05Z|#clay"
            })
    void areUnderstood(String file, String visibility, String warning, String language, String published, String tag) {
        var kept = kept(activity(file));

        assertThat(kept.getString("visibility")).isEqualTo(visibility);
        assertThat(kept.getString("warning")).isEqualTo(warning);
        assertThat(kept.getString("language")).isEqualTo(language);
        assertThat(kept.getString("published")).isEqualTo(published);
        assertThat(kept.getString("content")).isNotEmpty().doesNotContain("script", "<img", "<h2");
        assertThat(kept.getJsonArray("tags").stream()
                        .map(JsonObject.class::cast)
                        .filter(found -> found.getString("type").equals("Hashtag"))
                        .map(found -> found.getString("name"))
                        .toList())
                .isEqualTo(Stream.ofNullable(tag).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peertube-video|<p><strong>How to throw a pot</strong></p>Clay &amp; water|https://peertube.example/videos/watch/1",
                "lemmy-page|<p><strong>My first</strong></p><p>Hola</p>|",
                "wordpress-article|<p><strong>How to throw a pot</strong></p><p>A pot in five steps</p><p><a href=\"https://wordpress.example/pot/\""
                        + " rel=\"nofollow ugc noopener noreferrer\">https://wordpress.example/pot/</a></p>|https://wordpress.example/pot/"
            })
    void showTheirTitles(String file, String content, String page) {
        var kept = kept(activity(file));

        assertThat(kept.getString("content")).isEqualTo(content);
        assertThat(kept.getString("url")).isEqualTo(page);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areTheSameInEachFormThatMeansTheSame(int seed) {
        var file = seed % 2 == 0 ? "mastodon-note" : "wordpress-article";

        var rewritten = (JsonObject) rewritten("", activity(file), new Random(seed));

        assertThat(kept(rewritten)).isEqualTo(kept(activity(file)));
    }

    private static Object rewritten(String term, Object value, Random random) {
        return switch (value) {
            case JsonObject thing when !term.endsWith("Map") -> thing(thing, random);
            case JsonArray several when REFERENCES.contains(term) -> several(term, several, random);
            case String reference when REFERENCES.contains(term) -> reference(reference, random);
            case String words when WORDS.contains(term) -> words(term, words, random);
            default -> value;
        };
    }

    private static JsonObject thing(JsonObject thing, Random random) {
        var rewritten = new JsonObject();
        for (var entry : thing) {
            var value = entry.getValue();
            rewritten.put(key(entry.getKey(), random), value == null ? null : rewritten(entry.getKey(), value, random));
        }
        return rewritten;
    }

    private static String key(String term, Random random) {
        var at = Map.of("id", "@id", "type", "@type").get(term);
        if (at != null && random.nextBoolean()) {
            return at;
        }
        var prefixes = new String[] {"", "as:", "https://www.w3.org/ns/activitystreams#"};
        return TERMS.contains(term) ? prefixes[random.nextInt(prefixes.length)] + term : term;
    }

    private static Object several(String term, JsonArray several, Random random) {
        if (several.size() == 1 && random.nextBoolean()) {
            return rewritten(term, several.getValue(0), random);
        }
        var rewritten = new JsonArray();
        several.forEach(one -> rewritten.add(reference((String) one, random)));
        return rewritten;
    }

    private static Object reference(String id, Random random) {
        var isPublic = id.endsWith("#Public");
        return switch (random.nextInt(3)) {
            case 0 -> isPublic ? "as:Public" : id;
            case 1 -> isPublic ? "Public" : new JsonObject().put("id", id);
            default -> id;
        };
    }

    private static Object words(String term, String words, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new JsonArray().add(words);
            case 1 ->
                term.equals("type") ? new JsonArray().add(words).add("Thing") : new JsonObject().put("@value", words);
            default -> words;
        };
    }
}
