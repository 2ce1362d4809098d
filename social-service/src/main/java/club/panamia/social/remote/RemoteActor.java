package club.panamia.social.remote;

import static club.panamia.social.remote.RemoteProblem.NOT_UNDERSTOOD;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.emoji.ForeignEmoji;
import club.panamia.social.wire.ForeignHtml;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An actor as its own server describes it (ActivityPub, section 4.1); what is not of its own server is not believed. */
record RemoteActor(JsonObject document, String uri, String username, JsonArray keys) {

    private static final Set<String> TYPES = Set.of("Person", "Organization", "Group", "Service", "Application");
    private static final String USERNAME = "[^\\p{Cntrl}\\s@/<>\"]{1,128}";
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_FIELDS = 16;
    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_VALUE = 4000;

    /** Refuses what is no actor, or has no inbox or no key of its own. */
    static RemoteActor of(JsonObject document) {
        var uri = Ld.id(document);
        var username = Ld.text(document, "preferredUsername");
        if (uri == null || Host.of(uri).isEmpty() || !TYPES.contains(Ld.type(document))) {
            throw refused("This is no actor.");
        }
        if (username == null || !username.matches(USERNAME)) {
            throw refused("The actor has no name that can be one.");
        }
        if (!Host.isSame(uri, Ld.ref(document, "inbox"))) {
            throw refused("The actor has no inbox on its own server.");
        }
        var keys = OwnKeys.of(document, uri);
        if (keys.isEmpty()) {
            throw refused("The actor has no key that it could sign with.");
        }
        return new RemoteActor(document, uri, username, keys);
    }

    private static Problem refused(String why) {
        return NOT_UNDERSTOOD.because(why);
    }

    String type() {
        return Ld.type(document);
    }

    String host() {
        return Host.of(uri).orElseThrow();
    }

    String inbox() {
        return String.valueOf(Ld.ref(document, "inbox"));
    }

    /** Where it is not on its own server, it is left out. */
    @Nullable
    String sharedInbox() {
        var endpoints = Ld.object(document, "endpoints");
        var shared = endpoints == null ? null : Ld.ref(endpoints, "sharedInbox");
        return Host.isSame(uri, shared) ? shared : null;
    }

    /** A collection of the actor's; empty where it shows none. */
    String collection(String name) {
        var collection = Ld.ref(document, name);
        return collection != null && Host.isSame(uri, collection) ? collection : "";
    }

    @Nullable
    String name() {
        return ForeignHtml.words(Ld.text(document, "name"), LONGEST_NAME);
    }

    @Nullable
    String summary() {
        return ForeignHtml.clean(Ld.text(document, "summary"));
    }

    @Nullable
    String picture(String term) {
        var picture = Ld.object(document, term);
        return web(picture == null ? Ld.ref(document, term) : Ld.ref(picture, "url"));
    }

    /** What it says of itself in fields; of one whose name or value is empty nothing. */
    JsonArray fields() {
        var fields = new JsonArray();
        for (var field : Ld.objects(document, "attachment")) {
            var name = ForeignHtml.words(Ld.text(field, "name"), LONGEST_FIELD);
            var value = value(field);
            if (Ld.type(field).endsWith("PropertyValue")
                    && name != null
                    && value != null
                    && fields.size() < MOST_FIELDS) {
                fields.add(new JsonObject().put("name", name).put("value", value));
            }
        }
        return fields;
    }

    private static @Nullable String value(JsonObject field) {
        var said =
                field.getValue("value") == null ? field.getValue("http://schema.org#value") : field.getValue("value");
        return said instanceof String html && !html.isBlank() && html.length() <= LONGEST_VALUE
                ? ForeignHtml.clean(html)
                : null;
    }

    boolean discoverable() {
        return said("discoverable").orElse(false);
    }

    /** Whether what it says to everybody may be searched (FEP-5feb); nothing, where it does not say. */
    @Nullable
    Boolean indexable() {
        return said("indexable").orElse(null);
    }

    private Optional<Boolean> said(String term) {
        return Stream.of(term, "toot:" + term, "http://joinmastodon.org/ns#" + term)
                .map(document::getValue)
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast)
                .findFirst();
    }

    @Nullable
    String page() {
        return web(Ld.ref(document, "url"));
    }

    boolean manuallyApprovesFollowers() {
        return Ld.flag(document, "manuallyApprovesFollowers");
    }

    /** What stands for {@code :shortcode:} in its name and summary. */
    JsonArray emojis() {
        return ForeignEmoji.in(document);
    }

    /** The ids under which it says to be known, too. */
    JsonArray alsoKnownAs() {
        return new JsonArray(Ld.refs(document, "alsoKnownAs").stream()
                .filter(alias -> Host.of(alias).isPresent())
                .limit(MOST_ALIASES)
                .toList());
    }

    @Nullable
    String movedTo() {
        return web(Ld.ref(document, "movedTo"));
    }

    private static @Nullable String web(@Nullable String address) {
        return Host.of(address).isPresent() ? address : null;
    }
}
