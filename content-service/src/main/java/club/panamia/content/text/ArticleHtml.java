package club.panamia.content.text;

import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.logging.Logger;

/**
 * The HTML of articles. Of a published one it is made when somebody first reads what was saved, and kept beside it: for every
 * process, and for as long as neither the article nor the rules change. Drafts, which few read and many saves change, are made
 * into HTML each time.
 */
@Singleton
public class ArticleHtml {

    /** Goes up with whatever makes other HTML of the same Markdown. */
    private static final int RULES = 1;

    private static final String KEEP = """
            INSERT INTO internal.article_html AS kept (article_id, version, rules, html)
            SELECT a.id, a.version, $3, $4 FROM articles a WHERE a.id = $1 AND a.version = $2 AND a.status = 'published'
                ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, rules = excluded.rules, html = excluded.html
             WHERE (kept.version, kept.rules) IS DISTINCT FROM (excluded.version, excluded.rules)
            """;

    private static final Logger LOG = Logger.getLogger(ArticleHtml.class);

    private final Pool pool;
    private final URI home;
    private final String rules;

    ArticleHtml(Pool pool, Settings settings) {
        this.pool = pool;
        this.home = settings.publicUrl();
        this.rules = RULES + " " + home;
    }

    /** For a statement that reads {@code articles a}: what {@link #of} needs is {@code kept.html} then. */
    public static String kept(String rules) {
        return "LEFT JOIN internal.article_html kept ON kept.article_id = a.id AND kept.version = a.version AND kept.rules = "
                + rules;
    }

    /** The value of {@link #kept}'s parameter. */
    public String rules() {
        return rules;
    }

    /** @param row with id, version, status, content and html, which is null where none is kept */
    public Uni<String> of(Row row) {
        var kept = row.getString("html");
        return kept == null ? make(row) : Uni.createFrom().item(kept);
    }

    /** On a worker thread: it takes a millisecond, and a feed has fifty. */
    private Uni<String> make(Row row) {
        var made = Uni.createFrom()
                .item(() -> new Markdown(row.getString("content")).html(home))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return row.getString("status").equals("published") ? made.call(html -> keep(row, html)) : made;
    }

    /** Where it fails, the next reader has it made anew. */
    private Uni<?> keep(Row row, String html) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(row.getString("id"), row.getInteger("version"), rules, html))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "The HTML of article %s was not kept", row.getString("id")))
                .onFailure()
                .recoverWithNull();
    }
}
