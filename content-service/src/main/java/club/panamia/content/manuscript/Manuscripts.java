package club.panamia.content.manuscript;

import club.panamia.content.article.Article;
import club.panamia.content.article.CoAuthor;
import club.panamia.content.article.Review;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Articles as those see them who have a part in them; in the caller's session. */
@Singleton
public class Manuscripts {

    private static final String NAMES = """
            SELECT u.id, u.screenname FROM users u
             WHERE u.id = ANY (string_to_array(:ids, ',')) AND u.screenname IS NOT NULL AND u.scrubbed_at IS NULL
            """;

    /** What this person sees of it after what was just done; its ETag is what the next change must name. */
    public Uni<RestResponse<ManuscriptView>> answer(Article article, Actor reader) {
        return names(people(article)).map(names -> ManuscriptView.answer(article, reader, names));
    }

    private static Uni<Names> names(List<String> userIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NAMES, Object[].class)
                        .setParameter("ids", String.join(",", userIds))
                        .getResultList())
                .map(rows -> new Names(
                        rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]))));
    }

    private static List<String> people(Article article) {
        var coAuthors = article.coAuthorEntries().stream().map(CoAuthor::userId);
        var author = Stream.of(article.authorId());
        return Stream.of(author, coAuthors, reviewers(article.review()))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<@Nullable String> reviewers(@Nullable Review review) {
        return review == null
                ? Stream.of()
                : Stream.concat(
                        Stream.of(review.userId()), review.comments().stream().map(Review.Comment::userId));
    }
}
