package club.panamia.content.text;

import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
            SELECT a.id, a.version, $3, made.html
              FROM unnest($1::text[], $2::int[], $4::text[]) AS made (id, version, html)
              JOIN articles a ON a.id = made.id AND a.version = made.version AND a.status = 'published'
             ORDER BY a.id
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
        return of(List.of(row)).map(List::getFirst);
    }

    /** Of several rows, in their order: what is missing is made together and kept by one statement. */
    public Uni<List<String>> of(List<Row> rows) {
        return rows.stream().allMatch(ArticleHtml::isKept)
                ? Uni.createFrom().item(rows.stream().map(this::written).toList())
                : made(rows).call(texts -> keep(rows, texts));
    }

    /** On a worker thread: each takes a millisecond, and a feed has fifty. */
    private Uni<List<String>> made(List<Row> rows) {
        return Uni.createFrom()
                .item(() -> rows.stream().map(this::written).toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String written(Row row) {
        var kept = row.getString("html");
        return kept == null ? new Markdown(row.getString("content")).html(home) : kept;
    }

    private static boolean isKept(Row row) {
        return row.getString("html") != null;
    }

    /** Where it fails, the next reader has them made anew. */
    private Uni<?> keep(List<Row> rows, List<String> texts) {
        var missing = IntStream.range(0, rows.size())
                .filter(i ->
                        !isKept(rows.get(i)) && rows.get(i).getString("status").equals("published"))
                .toArray();
        return missing.length == 0
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(KEEP)
                        .execute(values(rows, texts, missing))
                        .onFailure()
                        .invoke(failure -> LOG.warn("HTML of articles was not kept", failure))
                        .onFailure()
                        .recoverWithNull();
    }

    private Tuple values(List<Row> rows, List<String> texts, int[] missing) {
        return Tuple.of(
                Arrays.stream(missing)
                        .mapToObj(i -> rows.get(i).getString("id"))
                        .toArray(String[]::new),
                Arrays.stream(missing)
                        .mapToObj(i -> rows.get(i).getInteger("version"))
                        .toArray(Integer[]::new),
                rules,
                Arrays.stream(missing).mapToObj(texts::get).toArray(String[]::new));
    }
}
