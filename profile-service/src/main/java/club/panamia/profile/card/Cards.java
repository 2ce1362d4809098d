package club.panamia.profile.card;

import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;

import club.panamia.kernel.media.MediaFiles;
import club.panamia.kernel.settings.Settings;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cards of those who are in the directory: only what everybody may see, whoever asks. */
@Singleton
class Cards {

    private static final int LARGEST = 960;

    /** No column here has an audience of its own. */
    private static final String SHOWN = """
        SELECT u.screenname, u.account_type::text AS account_type, p.name,
               p.descriptions ->> 'fiveWords' AS five_words, p.descriptions ->> 'details' AS details,
               p.descriptions ->> 'tags' AS tags, p.categories,
               p.address_locality, p.address_region, p.address_country, p.images #>> '{primary,file}' AS picture
          FROM users u
          JOIN profiles p ON p.user_id = u.id
         WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND p.active
        """;

    private final Pool pool;
    private final Settings settings;
    private final MediaFiles files;

    Cards(Pool pool, Settings settings, MediaFiles files) {
        this.pool = pool;
        this.settings = settings;
        this.files = files;
    }

    Uni<Card> of(String screenname) {
        return pool.preparedQuery(SHOWN).execute(Tuple.of(screenname)).map(this::theOne);
    }

    private Card theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_PROFILE.because("Nobody shows a profile under this name.");
        }
        var row = rows.iterator().next();
        var screenname = row.getString("screenname");
        return new Card(
                settings.publicUrl() + settings.profilePath().replace("{screenname}", screenname),
                "small_business".equals(row.getString("account_type")),
                row.getString("name"),
                screenname,
                row.getString("five_words"),
                row.getString("details"),
                words(row),
                row.getString("address_locality"),
                row.getString("address_region"),
                row.getString("address_country"),
                picture(row.getString("picture")));
    }

    private static List<String> words(Row row) {
        return Stream.concat(
                        Category.VOCABULARY.keys(row.getJsonObject("categories").getMap()).stream(),
                        Tags.Check.split(row.getString("tags")).stream())
                .distinct()
                .toList();
    }

    private @Nullable String picture(@Nullable String file) {
        return file == null ? null : settings.publicUrl() + files.url(file, LARGEST);
    }
}
