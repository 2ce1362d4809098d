package club.panamia.content.sitemap;

import club.panamia.content.feed.document.Site;
import club.panamia.kernel.xml.Xml;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;

/** The addresses of all published articles: an index of years, and the articles of each. */
@Singleton
class Sitemaps {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    static final String YEARS = """
            SELECT extract(year FROM min(a.published_at) AT TIME ZONE 'UTC')::int AS first,
                   extract(year FROM max(a.published_at) AT TIME ZONE 'UTC')::int AS last
              FROM articles a WHERE a.status = 'published'
            """;

    /** As many as one document may hold. */
    static final String OF_A_YEAR = """
            SELECT a.slug, a.updated_at FROM articles a
             WHERE a.status = 'published' AND a.published_at >= $1 AND a.published_at < $2
             ORDER BY a.published_at DESC, a.id DESC
             LIMIT 50000
            """;

    private final Pool pool;
    private final Site site;

    Sitemaps(Pool pool, Site site) {
        this.pool = pool;
        this.site = site;
    }

    Uni<String> index() {
        return pool.query(YEARS).execute().map(rows -> rows.iterator().next()).map(this::index);
    }

    Uni<String> of(int year) {
        return pool.preparedQuery(OF_A_YEAR)
                .execute(values(year))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::addresses);
    }

    static Tuple values(int year) {
        return Tuple.of(begin(year), begin(year + 1));
    }

    private static OffsetDateTime begin(int year) {
        return OffsetDateTime.of(year, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    }

    private String index(Row years) {
        return Xml.document(xml -> {
            xml.open("sitemapindex", "xmlns", NAMESPACE);
            for (Integer year = years.getInteger("last"); year != null && year >= years.getInteger("first"); year--) {
                xml.open("sitemap")
                        .leaf("loc", site.at("/sitemap.xml?year=" + year).toString())
                        .close();
            }
            xml.close();
        });
    }

    private String addresses(Iterable<Row> articles) {
        return Xml.document(xml -> {
            xml.open("urlset", "xmlns", NAMESPACE);
            for (var article : articles) {
                write(article, xml);
            }
            xml.close();
        });
    }

    private void write(Row article, Xml xml) throws XMLStreamException {
        var changed = article.getOffsetDateTime("updated_at").toInstant().truncatedTo(ChronoUnit.SECONDS);
        xml.open("url")
                .leaf("loc", site.article(article.getString("slug")))
                .leaf("lastmod", changed.toString())
                .close();
    }
}
