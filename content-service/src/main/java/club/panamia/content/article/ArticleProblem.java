package club.panamia.content.article;

import club.panamia.kernel.problem.ProblemType;

/** Everything about an article that can be refused. */
public enum ArticleProblem implements ProblemType {
    NO_SUCH_ARTICLE(404, "no-such-article", "There is no such article"),
    SCREENNAME_REQUIRED(403, "screenname-required", "Choose a screenname first"),
    STAFF_ONLY(403, "staff-only", "Only the staff may write this kind of article"),
    NOT_YOUR_PART(403, "not-your-part", "This is for others to do"),
    WRONG_STATE(409, "article-in-wrong-state", "The article is in a state that does not allow this"),
    NOT_READY(409, "article-not-ready", "The article is not ready to be published"),
    NEEDS_SECOND_PERSON(409, "article-needs-second-person", "A second person must stand behind the article first"),
    ALREADY_INVOLVED(409, "already-involved", "This person has another part in the article"),
    CANNOT_BE_ASKED(422, "cannot-be-asked", "This person cannot be asked"),
    NO_SUCH_CO_AUTHOR(404, "no-such-co-author", "There is no such co-author"),
    TOO_MANY_CO_AUTHORS(409, "too-many-co-authors", "The article has as many co-authors as there can be"),
    NO_REVIEW(404, "no-review", "Nobody has been asked to review the article"),
    REMINDED_LATELY(409, "reminded-lately", "The reviewer was asked or reminded only lately"),
    REVISION_CHANGED(409, "revision-changed", "The article says something else by now"),
    CHECKLIST_INCOMPLETE(422, "checklist-incomplete", "The checklist is not complete"),
    NO_SUCH_COMMENT(404, "no-such-comment", "There is no such comment"),
    NO_SUCH_REVISION(404, "no-such-revision", "There is no such revision"),
    MERGE_CONFLICT(409, "merge-conflict", "Both have changed the same"),
    TOO_MANY_COMMENTS(409, "too-many-comments", "The review holds as many comments as there can be"),
    TOO_MANY_ADDRESSES(409, "too-many-addresses", "The article has had as many addresses as there can be"),
    ADDRESS_TAKEN(409, "article-address-taken", "Another article has this address");

    private final Kind kind;

    ArticleProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
