package club.panamia.social.emoji;

import club.panamia.social.home.Home;
import club.panamia.social.media.MediaName;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** A picture of this server. Another one of the same name has another id, and its file another address. */
public record OwnEmoji(String id, String shortcode, String mediaType, boolean hidden, Instant since) {

    /** What one is made of; {@code e} is the table. */
    public static final String COLUMNS = "e.id, e.shortcode, e.media_type, e.hidden, e.created_at";

    /** The end of the address of a picture {@code e}. */
    public static final String FILE = "e.id || '.' || split_part(e.media_type, '/', 2)";

    static OwnEmoji of(Row row) {
        return new OwnEmoji(
                row.getString("id"),
                row.getString("shortcode"),
                row.getString("media_type"),
                row.getBoolean("hidden"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    /** What stands before {@link #FILE}. */
    public static String folder(Home home) {
        return home.at("/media/social/emojis/");
    }

    public String url(Home home) {
        return folder(home) + file(id, mediaType);
    }

    static String file(String id, String mediaType) {
        return id + "." + mediaType.substring("image/".length());
    }

    /** Where its file is kept. */
    static String key(String id, String mediaType) {
        return MediaName.group(id) + "/emoji." + mediaType.substring("image/".length());
    }
}
