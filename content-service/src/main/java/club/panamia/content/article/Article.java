package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.SCREENNAME_REQUIRED;
import static club.panamia.content.article.ArticleProblem.STAFF_ONLY;

import club.panamia.content.text.Prose;
import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.json.JsonList;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
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

    @Column(columnDefinition = "text", updatable = false)
    String slug;

    @Column(columnDefinition = "text")
    String title;

    @Column(columnDefinition = "text")
    String content;

    @Nullable
    @Column(columnDefinition = "text")
    String excerpt;

    @Nullable
    @Column(name = "cover_image", columnDefinition = "text")
    String coverImage;

    @Nullable
    @Column(name = "cover_image_alt", columnDefinition = "text")
    String coverImageAlt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "article_type", columnDefinition = "article_type")
    ArticleType articleType;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "cc_license", columnDefinition = "cc_license")
    License ccLicense;

    @Column(columnDefinition = "text")
    String language;

    @Column(columnDefinition = "_text")
    List<String> tags;

    /** Null once its author has left and the article is the community's record. */
    @Nullable
    @Column(name = "author_id", columnDefinition = "text")
    String authorId;

    @JdbcType(JsonList.class)
    @Column(name = "co_authors", columnDefinition = "jsonb")
    List<CoAuthor> coAuthors;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "reviewed_by")
    Review reviewedBy;

    @Nullable
    @Column(name = "in_reply_to", columnDefinition = "text")
    String inReplyTo;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "article_status")
    Status status;

    @Nullable
    @Column(name = "published_at")
    Instant publishedAt;

    @Nullable
    @Column(name = "removed_at")
    Instant removedAt;

    @Nullable
    @Column(name = "removed_by", columnDefinition = "text")
    String removedBy;

    @Nullable
    @Column(name = "removal_reason", columnDefinition = "text")
    String removalReason;

    /** In minutes. */
    @Column(name = "reading_time")
    int readingTime;

    @Nullable
    @Column(name = "mastodon_post_url", columnDefinition = "text")
    String mastodonPostUrl;

    protected Article() {}

    /** Begins an article that nobody else sees; its author must have a name to sign it with. */
    public static Article draft(Actor author, String freeSlug, ArticleDraft draft) {
        if (author.screenname() == null) {
            throw SCREENNAME_REQUIRED.because("An article is signed with it.");
        }
        if (draft.articleType() == ArticleType.STAFF_UPDATE && !author.is(Roles.ADMIN)) {
            throw STAFF_ONLY.because("Choose a business update or a community commentary.");
        }
        var article = new Article();
        article.slug = freeSlug;
        article.authorId = author.userId();
        article.coAuthors = List.of();
        article.status = Status.DRAFT;
        article.write(draft);
        return article;
    }

    private void write(ArticleDraft draft) {
        var prose = new Prose(draft.content());
        title = draft.title();
        content = draft.content();
        excerpt = draft.excerpt() == null ? prose.excerpt().orElse(null) : draft.excerpt();
        readingTime = prose.readingTime();
        coverImage = draft.coverImage();
        coverImageAlt = draft.coverImageAlt();
        articleType = draft.articleType();
        ccLicense = draft.ccLicense() == null ? License.BY_4 : draft.ccLicense();
        language = draft.language() == null ? "en" : draft.language();
        tags = draft.tags();
        inReplyTo = draft.inReplyTo();
    }

    public String id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public @Nullable String excerpt() {
        return excerpt;
    }

    public ArticleType articleType() {
        return articleType;
    }

    public License ccLicense() {
        return ccLicense;
    }

    public String language() {
        return language;
    }

    public List<String> tags() {
        return tags;
    }

    public Status status() {
        return status;
    }

    public int readingTime() {
        return readingTime;
    }
}
