package club.panamia.social.status;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What it means that a post went while somebody was about to do something with it. */
@Singleton
class StatusConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "social_likes_status_id_fkey", gone(),
                "boost_status_id_fkey", gone(),
                "bookmark_status_id_fkey", gone(),
                "pinned_status_status_id_fkey", gone(),
                "social_report_status_id_fkey", gone(),
                "social_statuses_in_reply_to_id_fkey", gone());
    }

    private static Problem gone() {
        return NO_SUCH_STATUS.because("It has just been deleted.");
    }
}
