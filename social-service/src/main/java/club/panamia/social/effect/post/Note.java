package club.panamia.social.effect.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.audience.Visibility;
import club.panamia.social.emoji.ForeignEmoji;
import club.panamia.social.home.Home;
import club.panamia.social.inbox.Activity;
import club.panamia.social.remote.RemoteProblem;
import club.panamia.social.wire.ForeignHtml;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** A post of another server as it was sent by its author. */
record Note(String uri, String actor, JsonObject thing) {

    static final Set<String> TYPES = Set.of("Note", "Article", "Page", "Question", "Image", "Video", "Audio", "Event");

    private static final int LONGEST_WARNING = 500;
    private static final int LONGEST_SUMMARY = 2000;
    private static final String LINK = "<p><a href=\"%s\" rel=\"nofollow ugc noopener noreferrer\">%s</a></p>";
    private static final int MOST_ADDRESSEES = 1000;
    private static final int MOST_TAGS = 50;
    private static final Set<String> TAGS = Set.of("Mention", "Hashtag");

    /** Refuses what is not of its sender, or meant for more than anybody means. */
    static Note of(Activity activity) {
        var thing = activity.object().orElseThrow();
        var uri = Ld.id(thing);
        if (uri == null
                || !Host.isSame(uri, activity.actor())
                || !activity.actor().equals(Ld.ref(thing, "attributedTo"))) {
            throw CommonProblem.FORBIDDEN.because("The post is not its sender's own.");
        }
        requireFew(thing);
        return new Note(uri, activity.actor(), thing);
    }

    /** As its server shows it, asked for by its id; its author is of the same server. */
    static Note fetched(JsonObject thing) {
        var uri = Ld.id(thing);
        var author = Ld.ref(thing, "attributedTo");
        if (uri == null
                || author == null
                || !TYPES.contains(Ld.type(thing))
                || CreateVote.isOne(thing)
                || !Host.isSame(uri, author)) {
            throw RemoteProblem.NOT_UNDERSTOOD.because("This is no post.");
        }
        requireFew(thing);
        return new Note(uri, author, thing);
    }

    private static void requireFew(JsonObject thing) {
        if (Ld.refs(thing, "to").size() + Ld.refs(thing, "cc").size() > MOST_ADDRESSEES) {
            throw CommonProblem.INVALID.because("It is meant for too many by name.");
        }
    }

    /** Everybody, everybody who looks, followers (whose collection is their author's, whatever it is called), or those named. */
    Visibility visibility(String followers) {
        if (Ld.refs(thing, "to").stream().anyMatch(Activity::isEverybody)) {
            return Visibility.PUBLIC;
        }
        if (Ld.refs(thing, "cc").stream().anyMatch(Activity::isEverybody)) {
            return Visibility.QUIET;
        }
        return addressees().contains(followers) ? Visibility.FOLLOWERS : Visibility.DIRECT;
    }

    private List<String> addressees() {
        return Stream.concat(Ld.refs(thing, "to").stream(), Ld.refs(thing, "cc").stream())
                .toList();
    }

    /** All that is kept of it, as one document. */
    JsonObject kept(String id, String followers, Instant now) {
        return new JsonObject()
                .put("id", id)
                .put("uri", uri)
                .put("actor", actor)
                .put("type", Ld.type(thing))
                .put("visibility", visibility(followers).label())
                .put("content", content())
                .put("warning", warning())
                .put("language", language())
                .put("url", page())
                .put("parent", Ld.ref(thing, "inReplyTo"))
                .put("published", published(now).toString())
                .put("edited", edited(now))
                .put("addressed_to", addressed("to"))
                .put("addressed_cc", addressed("cc"))
                .put("tags", tags())
                .put("attachments", Shown.in(thing))
                .put("poll", Asked.in(thing, now));
    }

    /** Everybody in the one way to write that. */
    JsonArray addressed(String term) {
        return new JsonArray(Ld.refs(thing, term).stream()
                .map(addressee -> Activity.isEverybody(addressee) ? Home.PUBLIC : addressee)
                .toList());
    }

    /** With its title, where it has one; of an article what it is about, if it says so in short, and where it is read. */
    String content() {
        var title = Ld.type(thing).equals("Note") ? null : ForeignHtml.words(Ld.text(thing, "name"), LONGEST_WARNING);
        var words = isArticle() ? told() : cleaned();
        return title == null ? words : "<p><strong>%s</strong></p>%s".formatted(Entities.escape(title), words);
    }

    private String cleaned() {
        var content = ForeignHtml.clean(Ld.text(thing, "content"));
        return content == null ? "" : content;
    }

    private String told() {
        var summary =
                Ld.flag(thing, "sensitive") ? null : ForeignHtml.words(Ld.text(thing, "summary"), LONGEST_SUMMARY);
        var words = summary == null ? cleaned() : "<p>%s</p>".formatted(Entities.escape(summary));
        var page = page();
        return page == null ? words : words + LINK.formatted(Entities.escape(page), Entities.escape(page));
    }

    /** An article's summary is one, unless it says that it must be asked for. */
    @Nullable
    String warning() {
        return isArticle() && !Ld.flag(thing, "sensitive")
                ? null
                : ForeignHtml.words(Ld.text(thing, "summary"), LONGEST_WARNING);
    }

    private boolean isArticle() {
        return Ld.type(thing).equals("Article");
    }

    /** The one language in which it is said, if it says so. */
    private @Nullable String language() {
        return Ld.value(thing, "contentMap") instanceof JsonObject languages && languages.size() == 1
                ? languages.fieldNames().stream()
                        .filter(tag -> tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private @Nullable String page() {
        var page = Ld.ref(thing, "url");
        return Host.of(page).isPresent() ? page : null;
    }

    private Instant published(Instant now) {
        var said = time(Ld.text(thing, "published"));
        return said == null || said.isAfter(now) ? now : said;
    }

    @Nullable
    String edited(Instant now) {
        var said = time(Ld.text(thing, "updated"));
        return said == null ? null : (said.isAfter(now) ? now : said).toString();
    }

    static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    JsonArray tags() {
        var tags = new JsonArray();
        for (var tag : Ld.objects(thing, "tag")) {
            var name = Ld.text(tag, "name");
            if (name != null
                    && name.length() <= LONGEST_WARNING
                    && TAGS.contains(Ld.type(tag))
                    && tags.size() < MOST_TAGS) {
                tags.add(new JsonObject()
                        .put("type", Ld.type(tag))
                        .put("name", name)
                        .put("href", Ld.text(tag, "href")));
            }
        }
        return tags.addAll(ForeignEmoji.tags(thing));
    }
}
