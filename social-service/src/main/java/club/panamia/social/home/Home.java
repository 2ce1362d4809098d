package club.panamia.social.home;

import club.panamia.kernel.settings.Settings;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The addresses of this server. An ActivityPub id is made of a row's id and nothing else, so that it outlives every change of
 * name; pages for people are the front end's.
 */
@Singleton
public class Home {

    /** Everybody (ActivityPub, section 5.6). */
    public static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    private final String origin;
    private final String domain;
    private final String version;
    private final String profilePath;
    private final String articlePath;
    private final String remoteFollowPath;

    Home(Settings settings, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
        var url = settings.publicUrl().toString();
        this.origin = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.domain = settings.publicUrl().getHost();
        this.profilePath = settings.profilePath();
        this.articlePath = settings.articlePath();
        this.remoteFollowPath = settings.remoteFollowPath();
    }

    public String at(String path) {
        return origin + path;
    }

    /** What stands behind the @ of our handles. */
    public String domain() {
        return domain;
    }

    /** The same with its port, where it has one of its own. */
    public String host() {
        return origin.substring(origin.indexOf("//") + 2);
    }

    /** The whole of a handle that may leave out this server, or begin with an {@code @}. */
    public String handle(String typed) {
        var name = typed.startsWith("@") ? typed.substring(1) : typed;
        return name.contains("@") ? name : name + "@" + domain;
    }

    /** This server itself, as an actor. */
    public String instance() {
        return origin + "/ap/actor";
    }

    /** Who asks other servers (RFC 9110, section 10.1.5). */
    public String userAgent() {
        return "Pana/%s (+%s/)".formatted(version, origin);
    }

    public String actor(String id) {
        return origin + "/ap/actors/" + id;
    }

    public String status(String id) {
        return origin + "/ap/statuses/" + id;
    }

    /** An article of content-service, as other servers know it while it is out this time. */
    public String articleDocument(String id) {
        return origin + "/ap/articles/" + id;
    }

    /** A list of engagement-service, as other servers see it. */
    public String list(String id) {
        return origin + "/ap/lists/" + id;
    }

    public String profile(String username) {
        return origin + profilePath.replace("{screenname}", username);
    }

    /** The page about a post. */
    public String post(String username, String id) {
        return profile(username) + "/" + id;
    }

    /** What others show of a post on pages of theirs (oEmbed). */
    public String embedding(String post) {
        return origin + "/api/social/oembed?format=json&url=" + URLEncoder.encode(post, StandardCharsets.UTF_8);
    }

    /** What somebody says to everybody, for feed readers. */
    public String feed(String username) {
        return origin + "/api/social/actors/" + username + "/feed";
    }

    public String article(String slug) {
        return origin + articlePath.replace("{slug}", slug);
    }

    /** The page that acts upon what was found on another server, which puts its address where {@code {uri}} stands. */
    public String remoteFollow() {
        return origin + remoteFollowPath;
    }

    /** What is said under a hashtag. */
    public String tag(String name) {
        return origin + "/api/social/tags/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/statuses";
    }
}
