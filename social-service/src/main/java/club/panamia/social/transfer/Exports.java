package club.panamia.social.transfer;

import club.panamia.kernel.csv.Csv;
import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of a person's own of a kind, page by page, as text that is sent while the next page is read. */
@Singleton
class Exports {

    static final int PAGE = 1000;

    private static final String ME = """
            (SELECT mine.id FROM social_actors mine JOIN profiles owned ON owned.id = mine.profile_id WHERE owned.user_id = $1)""";

    private final Pool pool;

    Exports(Pool pool) {
        this.pool = pool;
    }

    static String page(Kind kind) {
        return "SELECT v.key, v.value FROM (%s) AS v WHERE v.key > $2 ORDER BY v.key LIMIT $3"
                .formatted(Own.of(kind, ME));
    }

    Multi<String> of(Kind kind, Actor person) {
        var head = Multi.createFrom()
                .items(Stream.of(kind.columns())
                        .filter(columns -> !columns.isEmpty())
                        .map(Exports::line));
        return Multi.createBy().concatenating().streams(head, rows(kind, person));
    }

    private Multi<String> rows(Kind kind, Actor person) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(""), after -> page(kind, person, after))
                .whilst(page -> page.size() == PAGE)
                .filter(page -> !page.isEmpty())
                .map(page -> text(kind, page));
    }

    private Uni<List<Row>> page(Kind kind, Actor person, AtomicReference<String> after) {
        return pool.preparedQuery(page(kind))
                .execute(Tuple.of(person.userId(), after.get(), PAGE))
                .map(rows -> rows.stream().toList())
                .invoke(page -> remember(page, after));
    }

    private static void remember(List<Row> page, AtomicReference<String> after) {
        if (!page.isEmpty()) {
            after.set(page.getLast().getString("key"));
        }
    }

    private static String text(Kind kind, List<Row> page) {
        return page.stream().map(row -> line(kind, row)).collect(Collectors.joining());
    }

    private static String line(Kind kind, Row row) {
        return line(Stream.concat(Stream.of(row.getString("value")), kind.rest().stream())
                .toList());
    }

    /** Ends as at Mastodon. */
    private static String line(List<String> cells) {
        return Csv.row(cells) + "\n";
    }
}
