package club.panamia.profile.directory;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** Everybody whose profile is approved and switched on, by name. */
@Singleton
class Directory {

    private final Pool pool;

    Directory(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<DirectoryEntry>> page(DirectorySearch search, PageQuery page) {
        var question = DirectoryQuestion.of(search, page);
        return pool.preparedQuery(question.sql())
                .execute(question.values())
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(DirectoryEntry::of)
                                .toList(),
                        page,
                        DirectoryEntry::position));
    }
}
