package club.panamia.content.leaver;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Drafts and young articles go with their author; older ones are the community's record, under a name or under none. */
@ApplicationScoped
class WritingOfAPerson implements PersonalData {

    private static final String ARTICLES = """
            SELECT to_jsonb(a) - 'search' - 'headwords' AS item FROM articles a JOIN person ON a.author_id = person.id
            """;

    private static final String CO_AUTHORSHIPS = """
            SELECT jsonb_build_object('article', a.slug, 'entry', entry) AS item
              FROM person
              JOIN articles a ON a.co_authors @> jsonb_build_array(jsonb_build_object('userId', person.id))
             CROSS JOIN jsonb_array_elements(a.co_authors) AS entry
             WHERE entry ->> 'userId' = person.id
            """;

    private static final String REVIEWS = """
            SELECT jsonb_build_object('article', a.slug, 'review', a.reviewed_by) AS item
              FROM person JOIN articles a ON a.reviewed_by @> jsonb_build_object('userId', person.id)
            """;

    private static final String COMMENTS = """
            SELECT jsonb_build_object('article', a.slug, 'comment', comment) AS item
              FROM person
              JOIN articles a ON a.reviewed_by @> jsonb_build_object(
                     'comments', jsonb_build_array(jsonb_build_object('userId', person.id)))
             CROSS JOIN jsonb_array_elements(a.reviewed_by -> 'comments') AS comment
             WHERE comment ->> 'userId' = person.id
            """;

    private static final String REVISIONS = """
            SELECT jsonb_build_object('article', a.slug, 'savedAt', r.created_at, 'kind', r.kind, 'wording', r.wording) AS item
              FROM person
              JOIN internal.article_revision r ON r.author_id = person.id
              JOIN articles a ON a.id = r.article_id
            """;

    private static final String ANNOUNCEMENTS = """
            SELECT to_jsonb(n) AS item FROM article_announcements n JOIN person ON n.author_id = person.id
            """;

    private static final String REPORTS = """
            SELECT jsonb_build_object('article', a.slug, 'at', r.created_at, 'reason', r.reason, 'note', r.note) AS item
              FROM person JOIN internal.article_report r ON r.reporter_id = person.id JOIN articles a ON a.id = r.article_id
            """;

    private static final String PINNED = """
            SELECT jsonb_build_object('article', a.slug, 'since', p.updated_at) AS item
              FROM person JOIN internal.pinned_article p ON p.person_id = person.id JOIN articles a ON a.id = p.article_id
            """;

    private static final String HIDDEN = """
            SELECT jsonb_build_object('article', a.slug, 'at', h.created_at, 'reason', h.reason) AS item
              FROM person JOIN internal.hidden_comment h ON h.hidden_by = person.id JOIN articles a ON a.id = h.article_id
            """;

    /** Three months after publication an article belongs to the community's record. */
    private static final String DELETE_UNPUBLISHED_AND_YOUNG = """
            DELETE FROM articles a USING person
             WHERE a.author_id = person.id
               AND (a.status NOT IN ('published', 'removed') OR a.published_at IS NULL
                    OR a.published_at > now() - interval '3 months')
            """;

    /** Others who know what is published hear that somebody else stands behind it now. */
    private static final String TELL_WHO_IS_CREDITED = """
            INSERT INTO internal.event (type, payload)
            SELECT 'content.article.recredited', jsonb_build_object('articleId', a.id)
              FROM articles a JOIN person
                ON a.author_id = person.id
                OR a.co_authors @> jsonb_build_array(jsonb_build_object('userId', person.id, 'status', 'accepted'))
             WHERE a.status = 'published'
            """;

    private static final String CREDIT_THE_REST = """
            UPDATE articles a SET author_id = NULL, credited_as = person.credit, mastodon_post_url = NULL
              FROM person WHERE a.author_id = person.id
            """;

    /** It was said under a post of theirs. */
    private static final String FORGET_THREADS = """
            DELETE FROM internal.mastodon_thread t USING articles a, person
             WHERE t.article_id = a.id AND a.author_id = person.id
            """;

    private static final String FORGET_HIDER = """
            UPDATE internal.hidden_comment h SET hidden_by = NULL FROM person WHERE h.hidden_by = person.id
            """;

    /** The place of a co-author stays, without a person in it. */
    private static final String FORGET_CO_AUTHOR = """
            UPDATE articles a
               SET co_authors = (SELECT jsonb_agg(CASE WHEN entry ->> 'userId' = person.id
                                                       THEN entry - 'userId' - 'invitationMessage' ELSE entry END ORDER BY place)
                                   FROM jsonb_array_elements(a.co_authors) WITH ORDINALITY AS entries (entry, place))
              FROM person
             WHERE a.co_authors @> jsonb_build_array(jsonb_build_object('userId', person.id))
            """;

    private static final String FORGET_REVIEWER = """
            UPDATE articles a SET reviewed_by = a.reviewed_by - 'userId' - 'invitationMessage' FROM person
             WHERE a.reviewed_by @> jsonb_build_object('userId', person.id)
            """;

    /** What was said stays, so that answers to it make sense. */
    private static final String FORGET_COMMENTER = """
            UPDATE articles a
               SET reviewed_by = jsonb_set(a.reviewed_by, '{comments}', (
                     SELECT jsonb_agg(CASE WHEN comment ->> 'userId' = person.id THEN comment - 'userId' ELSE comment END
                                      ORDER BY place)
                       FROM jsonb_array_elements(a.reviewed_by -> 'comments') WITH ORDINALITY AS said (comment, place)))
              FROM person
             WHERE a.reviewed_by @> jsonb_build_object(
                     'comments', jsonb_build_array(jsonb_build_object('userId', person.id)))
            """;

    /** What they wrote into an article of others stays a part of it. */
    private static final String FORGET_REVISER = """
            UPDATE internal.article_revision r SET author_id = NULL FROM person WHERE r.author_id = person.id
            """;

    private static final String FORGET_REMOVER = """
            UPDATE articles a SET removed_by = NULL FROM person WHERE a.removed_by = person.id
            """;

    /** What was reported stays with the moderators, without what the reporter wrote. */
    private static final String FORGET_REPORTER = """
            UPDATE internal.article_report r SET reporter_id = NULL, note = NULL FROM person WHERE r.reporter_id = person.id
            """;

    private static final String UNPIN = """
            DELETE FROM internal.pinned_article p USING person WHERE p.person_id = person.id
            """;

    private static final String DELETE_ANNOUNCEMENTS = """
            DELETE FROM article_announcements n USING person WHERE n.author_id = person.id
            """;

    @Override
    public Map<String, String> copy() {
        return Map.of(
                "articles",
                ARTICLES,
                "coAuthorships",
                CO_AUTHORSHIPS,
                "reviews",
                REVIEWS,
                "reviewComments",
                COMMENTS,
                "revisions",
                REVISIONS,
                "announcements",
                ANNOUNCEMENTS,
                "articleReports",
                REPORTS,
                "hiddenComments",
                HIDDEN,
                "pinnedArticle",
                PINNED);
    }

    @Override
    public List<String> farewell() {
        return List.of(
                DELETE_UNPUBLISHED_AND_YOUNG,
                FORGET_THREADS,
                TELL_WHO_IS_CREDITED,
                CREDIT_THE_REST,
                FORGET_CO_AUTHOR,
                FORGET_REVIEWER,
                FORGET_COMMENTER,
                FORGET_REVISER,
                FORGET_REMOVER,
                FORGET_REPORTER,
                FORGET_HIDER,
                UNPIN,
                DELETE_ANNOUNCEMENTS);
    }
}
