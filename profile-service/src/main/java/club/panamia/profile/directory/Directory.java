package club.panamia.profile.directory;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.media.MediaFiles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.section.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** Everybody whose profile is approved and switched on, as far as they show it to whoever looks. */
@Singleton
class Directory {

    private final ReadPool pool;
    private final MediaFiles files;
    private final Clock clock;

    Directory(ReadPool pool, MediaFiles files, Clock clock) {
        this.pool = pool;
        this.files = files;
        this.clock = clock;
    }

    Uni<Page<DirectoryEntry>> page(DirectorySearch search, PageQuery page, Viewer viewer) {
        var question = DirectoryQuestion.of(search, page, viewer, today());
        return entries(question).map(found -> Page.of(found, page, question::position));
    }

    Uni<Facets> facets(DirectorySearch search, Viewer viewer) {
        var question = Facets.about(search, viewer);
        return pool.ask(question.sql(), question.values()).map(Facets::of);
    }

    /** Verified people, others each day. */
    Uni<Selection> featured(int most) {
        return some(Found.verified(), today(), most);
    }

    /** Anybody, others each time. */
    Uni<Selection> random(String seed, int most) {
        return some(Found.by(new DirectorySearch(), Viewer.PUBLIC), seed, most);
    }

    private Uni<Selection> some(Found found, String seed, int most) {
        return entries(DirectoryQuestion.some(found, seed, most)).map(Selection::new);
    }

    private Uni<List<DirectoryEntry>> entries(DirectoryQuestion question) {
        return pool.ask(question.sql(), question.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> question.entry(row, files))
                        .toList());
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
