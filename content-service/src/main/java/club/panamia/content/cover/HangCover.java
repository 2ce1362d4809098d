package club.panamia.content.cover;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.content.revision.KeepRevision;
import club.panamia.content.state.Action;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.Media;
import club.panamia.kernel.media.MediaFiles;
import club.panamia.kernel.media.StoredImage;
import club.panamia.kernel.request.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** Another picture at the head of an article. A use-case of its own because it is drawn and written before the transaction begins. */
@ApplicationScoped
class HangCover {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final KeepRevision keepRevision;
    private final Media media;
    private final MediaFiles files;

    HangCover(
            Articles articles,
            Manuscripts manuscripts,
            Chronicle chronicle,
            KeepRevision keepRevision,
            Media media,
            MediaFiles files) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.keepRevision = keepRevision;
        this.media = media;
        this.files = files;
    }

    /** Whether it is worth drawing the picture at all. */
    Uni<Void> prepare(Actor writer, String slug, IfMatch seen) {
        return articles.permitted(Action.EDIT, writer, slug)
                .invoke(article -> seen.require(article.version()))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<RestResponse<ManuscriptView>> hang(Actor writer, String slug, IfMatch seen, StoredImage image, String alt) {
        return articles.forChange(writer, slug)
                .invoke(article -> seen.require(article.version()))
                .call(() -> media.refer(writer.userId(), image.file()))
                .call(article -> show(writer, article, image, alt))
                .chain(article -> manuscripts.answer(article, writer));
    }

    private Uni<Void> show(Actor writer, Article article, StoredImage image, String alt) {
        var draft = withCover(article.wording().draft(), files.url(image.file(), Media.SIZES.getLast()), alt);
        return chronicle
                .record(writer, article.change(writer, draft))
                .chain(articles::flush)
                .chain(() -> keepRevision.saved(writer, article));
    }

    private static ArticleDraft withCover(ArticleDraft draft, String address, String alt) {
        return new ArticleDraft(
                draft.title(),
                draft.articleType(),
                draft.content(),
                draft.excerpt(),
                draft.tags(),
                address,
                alt,
                draft.ccLicense(),
                draft.language(),
                draft.inReplyTo());
    }
}
