package club.panamia.content.archive;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.content.address.Addresses;
import club.panamia.content.archive.ImportView.ImportedArticle;
import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.cover.OwnCover;
import club.panamia.content.revision.KeepRevision;
import club.panamia.content.text.Slug;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.Wording;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Articles out of a file become drafts: all of them or none. A use-case of its own because the file is read before the transaction begins. */
@ApplicationScoped
class ImportArticles {

    private final Articles articles;
    private final Addresses addresses;
    private final OwnCover ownCover;
    private final KeepRevision keepRevision;
    private final Validator validator;

    ImportArticles(
            Articles articles, Addresses addresses, OwnCover ownCover, KeepRevision keepRevision, Validator validator) {
        this.articles = articles;
        this.addresses = addresses;
        this.ownCover = ownCover;
        this.keepRevision = keepRevision;
        this.validator = validator;
    }

    /** The articles in it, each held to the limits of one that is written here. */
    List<ArchivedArticle> read(byte[] file) {
        var found = Archive.read(file);
        found.forEach(this::requireValid);
        return found;
    }

    /** In the order of their addresses, so that two imports at once never wait for each other in a ring. */
    @WithTransaction
    Uni<ImportView> keep(Actor author, List<ArchivedArticle> found) {
        var inOrder = found.stream()
                .sorted(Comparator.comparing(each -> new Slug(each.slug()).family()))
                .toList();
        return Multi.createFrom()
                .iterable(inOrder)
                .onItem()
                .transformToUniAndConcatenate(each -> keep(author, each))
                .collect()
                .asList()
                .map(ImportView::new);
    }

    private Uni<ImportedArticle> keep(Actor author, ArchivedArticle archived) {
        return addresses.free(new Slug(archived.slug())).chain(free -> keepAt(author, archived, free));
    }

    private Uni<ImportedArticle> keepAt(Actor author, ArchivedArticle archived, String free) {
        return articles.begunAt(author, archived.slug()).chain(there -> unlessThere(author, archived, free, there));
    }

    private Uni<ImportedArticle> unlessThere(Actor author, ArchivedArticle archived, String free, List<Article> there) {
        var same = there.stream()
                .filter(article -> says(article, archived.draft()))
                .findFirst();
        return same.isPresent()
                ? Uni.createFrom()
                        .item(new ImportedArticle(archived.slug(), same.get().slug(), false))
                : begin(author, archived, free);
    }

    private Uni<ImportedArticle> begin(Actor author, ArchivedArticle archived, String free) {
        var draft = archived.draft();
        return articles.requireParent(draft.inReplyTo(), null)
                .chain(() -> ownCover.require(author, null, draft.coverImage()))
                .chain(() -> articles.persistAndFlush(Article.draft(author, free, draft)))
                .call(article -> keepRevision.saved(author, article))
                .map(article -> new ImportedArticle(archived.slug(), free, true));
    }

    /** What was left out is as it would be in a new one. */
    private static boolean says(Article there, ArticleDraft draft) {
        return there.wording().draft().equals(Wording.of(draft).draft());
    }

    private void requireValid(ArchivedArticle article) {
        validator.validate(article).stream().findFirst().ifPresent(fault -> {
            throw INVALID.because("An article in the archive cannot be kept.")
                    .at("/%s/%s".formatted(article.file(), fault.getPropertyPath()), fault.getMessage());
        });
    }
}
