package club.panamia.social.emoji;

import club.panamia.kernel.problem.ProblemType;

/** Everything about emojis that can be refused. */
enum EmojiProblem implements ProblemType {
    NO_SUCH_EMOJI(404, "no-such-emoji", "There is no emoji of this name"),
    EMOJI_EXISTS(409, "emoji-exists", "There is an emoji of this name already"),
    TOO_MANY_EMOJIS(409, "too-many-emojis", "There are enough emojis");

    private final Kind kind;

    EmojiProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
