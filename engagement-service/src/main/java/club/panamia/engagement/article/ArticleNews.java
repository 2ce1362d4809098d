package club.panamia.engagement.article;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read here of an event of content-service.
 *
 * @param userId whom it is about
 * @param inReplyTo the article that this one answers
 */
public record ArticleNews(
        String articleId,
        @Nullable String authorId,
        List<String> coAuthors,
        @Nullable String reviewerId,
        @Nullable String userId,
        @Nullable String inReplyTo) {

    public ArticleNews {
        coAuthors = coAuthors == null ? List.of() : List.copyOf(coAuthors);
    }

    /** The author first; without one who has left. */
    public List<String> authors() {
        return Stream.concat(Stream.ofNullable(authorId), coAuthors.stream()).toList();
    }

    /** Its authors and its reviewer. */
    public List<String> everybody() {
        return Stream.concat(authors().stream(), Stream.ofNullable(reviewerId)).toList();
    }

    public List<String> theAuthor() {
        return Stream.ofNullable(authorId).toList();
    }

    public List<String> thePerson() {
        return Stream.ofNullable(userId).toList();
    }

    /** Those who stand behind it beside its author. */
    public List<String> supporters() {
        return Stream.concat(coAuthors.stream(), Stream.ofNullable(reviewerId)).toList();
    }
}
