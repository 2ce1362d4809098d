package club.panamia.social.upload;

import club.panamia.kernel.problem.ProblemType;

/** Everything about uploads that can be refused, beyond what the file itself is. */
enum UploadProblem implements ProblemType {
    TOO_MANY_WAIT(409, "too-many-files-wait", "So many files wait for their posts already"),
    QUOTA_REACHED(422, "media-quota-reached", "You keep as much as you may");

    private final Kind kind;

    UploadProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
