package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.NOT_YOUR_PART;
import static club.panamia.content.article.ArticleProblem.SCREENNAME_REQUIRED;
import static club.panamia.content.article.ArticleProblem.STAFF_ONLY;
import static club.panamia.content.article.ArticleProblem.WRONG_STATE;

import club.panamia.content.article.ArticleStep.Step;
import club.panamia.content.article.CoAuthor.Answer;
import club.panamia.content.article.Review.Verdict;
import club.panamia.content.state.Action;
import club.panamia.content.state.Part;
import club.panamia.content.state.Publication;
import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.ArticleType;
import club.panamia.content.wording.Wording;
import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.json.JsonList;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that one person writes, alone or with others, and that the community reads once it is published. */
@Entity
@Table(name = "articles")
@DynamicUpdate
public class Article {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Column(columnDefinition = "text")
    String slug;

    @Embedded
    Wording wording = new Wording();

    /** Null once its author has left and the article is the community's record. */
    @Nullable
    @Column(name = "author_id", columnDefinition = "text")
    String authorId;

    @JdbcType(JsonList.class)
    @Column(name = "co_authors", columnDefinition = "jsonb")
    List<CoAuthor> coAuthors = List.of();

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "reviewed_by")
    Review reviewedBy;

    @Embedded
    Publication publication = new Publication();

    protected Article() {}

    /** Begins an article that nobody else sees; its author must have a name to sign it with. */
    public static Article draft(Actor author, String freeSlug, ArticleDraft draft) {
        if (author.screenname() == null) {
            throw SCREENNAME_REQUIRED.because("An article is signed with it.");
        }
        requireStaff(author, draft.articleType());
        var article = new Article();
        article.slug = freeSlug;
        article.authorId = author.userId();
        article.wording = Wording.of(draft);
        return article;
    }

    /** Says something else; what was approved before is approved no longer. */
    public Optional<ArticleStep> change(Actor writer, ArticleDraft draft) {
        permit(Action.EDIT, writer);
        if (draft.articleType() != wording.articleType()) {
            requireStaff(writer, draft.articleType());
        }
        var before = wording.revision();
        wording.rewrite(draft);
        var review = reviewedBy;
        if (review == null || review.status() != Verdict.APPROVED || before.equals(wording.revision())) {
            return Optional.empty();
        }
        reviewedBy = review.outdate();
        return Optional.of(step(Step.APPROVAL_OUTDATED, review.userId()));
    }

    /** Is found at another address; nothing where it is there already. */
    public Optional<ArticleStep> move(Actor author, String freeSlug) {
        permit(Action.MOVE, author);
        if (freeSlug.equals(slug)) {
            return Optional.empty();
        }
        slug = freeSlug;
        return Optional.of(step(Step.MOVED, null));
    }

    /** Ends a draft for good. */
    public ArticleStep delete(Actor author) {
        permit(Action.DELETE, author);
        return step(Step.DELETED, null);
    }

    /** What this person does about who stands under it. */
    public Collaboration together(Actor actor) {
        return new Collaboration(this, actor);
    }

    /** What this person does about its review. */
    public Reviewing reviewing(Actor actor) {
        return new Reviewing(this, actor);
    }

    /** When it goes out by itself. */
    public Scheduling scheduling() {
        return new Scheduling(this);
    }

    /** What this person does about whether it is seen. */
    public Publishing publishing(Actor actor) {
        return new Publishing(this, actor);
    }

    /** Whether a second person stands behind what it says now. */
    boolean isVouchedFor() {
        return isApproved() || !coAuthors().accepted().isEmpty();
    }

    private boolean isApproved() {
        return reviewedBy != null && reviewedBy.status() == Verdict.APPROVED;
    }

    @Nullable
    String approvedBy() {
        return isApproved() ? reviewerId() : null;
    }

    /** What somebody is to it. */
    public Part partOf(Actor actor) {
        if (actor.userId().equals(authorId)) {
            return Part.AUTHOR;
        }
        if (coAuthors().has(actor.userId(), Answer.ACCEPTED)) {
            return Part.CO_AUTHOR;
        }
        if (coAuthors().has(actor.userId(), Answer.PENDING)) {
            return Part.INVITED;
        }
        if (actor.userId().equals(reviewerId())) {
            return Part.REVIEWER;
        }
        return actor.is(Roles.ADMIN) || actor.is(Roles.CONTENT_MODERATOR) ? Part.MODERATOR : Part.READER;
    }

    /** Whether they may know that it is there. */
    boolean isKnownTo(Actor actor) {
        return partOf(actor).knowsOf(status());
    }

    /** Refuses what is for others, or for another state. */
    public void permit(Action action, Actor actor) {
        permit(action, partOf(actor));
    }

    void permit(Action action, Part part) {
        if (!action.isFor(part)) {
            throw NOT_YOUR_PART.because("It is for others to do this.").with("allowed", Action.allowed(part, status()));
        }
        if (!action.isPossibleIn(status())) {
            throw WRONG_STATE
                    .because("It is %s; 'allowed' says what you can do.".formatted(status().label()))
                    .with("articleStatus", status().label())
                    .with("allowed", Action.allowed(part, status()));
        }
    }

    static void requireStaff(Actor actor, ArticleType type) {
        if (type == ArticleType.STAFF_UPDATE && !actor.is(Roles.ADMIN)) {
            throw STAFF_ONLY.because("Choose a business update or a community commentary.");
        }
    }

    ArticleStep step(Step step, @Nullable String userId) {
        return ArticleStep.of(this, step, userId);
    }

    CoAuthors coAuthors() {
        return new CoAuthors(coAuthors);
    }

    @Nullable
    String reviewerId() {
        return reviewedBy == null ? null : reviewedBy.userId();
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String slug() {
        return slug;
    }

    public Wording wording() {
        return wording;
    }

    public @Nullable String authorId() {
        return authorId;
    }

    public List<CoAuthor> coAuthorEntries() {
        return coAuthors;
    }

    public @Nullable Review review() {
        return reviewedBy;
    }

    public Publication publication() {
        return publication;
    }

    public Status status() {
        return publication.status();
    }
}
