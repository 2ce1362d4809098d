package club.panamia.content.mastodon;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which post an article is linked with, in and out. */
@Schema(description = "The post on a Mastodon server under which an article is talked about")
record PostLink(
        @Nullable
        @NotNull
        @Size(max = 2048)
        @Schema(description = "https://server/@name/123; absent where none is linked")
        String mastodonPostUrl) {

    static PostLink of(Row row) {
        return new PostLink(row.getString("mastodon_post_url"));
    }

    PostAddress address() {
        return PostAddress.of(mastodonPostUrl == null ? "" : mastodonPostUrl.strip());
    }
}
