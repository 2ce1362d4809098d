package club.panamia.content.wording;

import club.panamia.content.text.Prose;
import club.panamia.kernel.secret.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an article says. */
@Embeddable
public class Wording {

    /** Between parts of which the hash is made: no text of people holds it. */
    private static final String BETWEEN = "\u001e";

    private static final int REVISION = 32;

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

    @Nullable
    @Column(name = "in_reply_to", columnDefinition = "text")
    String inReplyTo;

    /** In minutes. */
    @Column(name = "reading_time")
    int readingTime;

    /** Says nothing yet. */
    public Wording() {}

    public static Wording of(ArticleDraft draft) {
        var wording = new Wording();
        wording.rewrite(draft);
        return wording;
    }

    /** Says this from now on. */
    public void rewrite(ArticleDraft draft) {
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

    /** As its authors wrote it: an excerpt that was made of the content is left out, so that it is made of the next one, too. */
    public ArticleDraft draft() {
        var made = new Prose(content).excerpt().orElse(null);
        return new ArticleDraft(
                title,
                articleType,
                content,
                Objects.equals(excerpt, made) ? null : excerpt,
                tags,
                coverImage,
                coverImageAlt,
                ccLicense,
                language,
                inReplyTo);
    }

    /** Names what a reviewer vouches for, title, content, type and cover, and changes with each of them. */
    public String revision() {
        return Sha256.hex(
                        String.join(BETWEEN, title, content, articleType.label(), coverImage == null ? "" : coverImage))
                .substring(0, REVISION);
    }

    public String title() {
        return title;
    }

    public String content() {
        return content;
    }

    public @Nullable String excerpt() {
        return excerpt;
    }

    public @Nullable String coverImage() {
        return coverImage;
    }

    public @Nullable String coverImageAlt() {
        return coverImageAlt;
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

    public @Nullable String inReplyTo() {
        return inReplyTo;
    }

    public int readingTime() {
        return readingTime;
    }
}
