package club.panamia.content.mastodon;

import club.panamia.content.text.ForeignHtml;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reply on a Mastodon server, somewhere under the linked post. */
@Schema(description = "A public reply to the linked post, or to another reply")
record MastodonComment(
        @Schema(required = true) String id,
        @Schema(required = true) Commenter author,

        @Schema(required = true, description = "HTML that may stand in any page")
        String content,

        @Schema(required = true) Instant createdAt,
        @Nullable String url,
        @Schema(required = true) int repliesCount,
        @Nullable String inReplyToId) {

    private static final int MOST = 500;
    private static final int LONGEST = 20_000;
    private static final Set<String> OPEN = Set.of("public", "unlisted");

    /** @param instance the server where they are at home */
    @Schema(name = "MastodonCommenter", description = "Who wrote it")
    record Commenter(
            @Schema(required = true) String username,
            @Schema(required = true) String displayName,
            @Nullable String avatar,
            @Nullable String url,
            @Schema(required = true) String instance) {}

    /** The first 500 that everybody may read, in the server's order; what is no reply in form is left out. */
    static List<MastodonComment> all(JsonNode context, PostAddress under) {
        var comments = new ArrayList<MastodonComment>();
        for (var reply : context.path("descendants")) {
            var at = time(reply.path("created_at").asText());
            if (comments.size() < MOST && at != null && isOpen(reply)) {
                comments.add(of(reply, at, under));
            }
        }
        return comments;
    }

    private static boolean isOpen(JsonNode reply) {
        return OPEN.contains(reply.path("visibility").asText())
                && !reply.path("id").asText().isEmpty()
                && !reply.path("account").path("username").asText().isEmpty()
                && reply.path("content").asText().length() <= LONGEST;
    }

    private static MastodonComment of(JsonNode reply, Instant at, PostAddress under) {
        var account = reply.path("account");
        return new MastodonComment(
                reply.path("id").asText(),
                commenter(account, under),
                new ForeignHtml(reply.path("content").asText()).clean(),
                at,
                page(reply.path("url").asText()),
                Math.max(0, reply.path("replies_count").asInt()),
                reply.path("in_reply_to_id").isNull()
                        ? null
                        : reply.path("in_reply_to_id").asText());
    }

    private static Commenter commenter(JsonNode account, PostAddress under) {
        var username = account.path("username").asText();
        var name = account.path("display_name").asText();
        var acct = account.path("acct").asText();
        return new Commenter(
                username,
                name.isBlank() ? username : name,
                page(account.path("avatar").asText()),
                page(account.path("url").asText()),
                acct.indexOf('@') < 0 ? under.server() : acct.substring(acct.indexOf('@') + 1));
    }

    /** Nothing but an address of the web: whoever shows it makes a link of it. */
    private static @Nullable String page(String url) {
        try {
            var scheme = URI.create(url).getScheme();
            return "https".equals(scheme) || "http".equals(scheme) ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
