package club.panamia.content.feed;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.content.wording.ArticleType;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which articles a feed holds.
 *
 * @param value normalised: a tag in lower case, a label of a type, a language, the id of an author; empty where all are meant
 * @param title what the feed is called after the house
 */
record Selection(Kind kind, String value, String title) {

    /** Each with its condition on the article {@code a}, about the parameter {@code $1}. */
    enum Kind {
        ALL("$1::text = ''"),
        TAG("a.tags @> ARRAY[$1::text]"),
        AUTHOR(
                "(a.author_id = $1::text OR a.co_authors @> jsonb_build_array(jsonb_build_object('userId', $1::text, 'status', 'accepted')))"),
        TYPE("a.article_type = $1::text::article_type"),
        LANGUAGE("(a.language = $1::text OR a.language LIKE $1::text || '-%')");

        final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    static final Selection ALL = new Selection(Kind.ALL, "", "Community Articles");

    static Selection tag(String tag) {
        var folded = tag.strip().toLowerCase(Locale.ROOT);
        return new Selection(Kind.TAG, folded, "Articles about " + folded);
    }

    static Selection type(String label) {
        var known = Arrays.stream(ArticleType.values())
                .anyMatch(type -> type.label().equals(label));
        if (!known) {
            throw NOT_FOUND.because("There is no such kind of article.");
        }
        return new Selection(Kind.TYPE, label, "Articles: " + label.replace('_', ' '));
    }

    /** The first part of a tag stands for all that begin with it: {@code es} for {@code es-CU}. */
    static Selection language(String tag) {
        if (!tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}")) {
            throw NOT_FOUND.because("This is no language tag, such as es or en-US.");
        }
        return new Selection(Kind.LANGUAGE, tag, "Articles in " + tag);
    }

    static Selection author(String userId, String screenname) {
        return new Selection(Kind.AUTHOR, userId, "Articles by " + screenname);
    }
}
