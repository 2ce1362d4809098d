package club.panamia.profile.profile;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.profile.profile.ProfileProblem.ADDRESS_HAS_PROFILE;
import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;
import static club.panamia.profile.profile.ProfileProblem.PROFILE_EXISTS;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code profiles} mean to a person. */
@Singleton
class ProfileConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "profiles_user_id_key",
                PROFILE_EXISTS.because("A person has one profile; change the one that you have."),
                "profiles_email_key",
                ADDRESS_HAS_PROFILE.because(
                        "Nobody has claimed it yet. If it is yours, claim it by PUT /api/profiles/me/claim."),
                "profile_history_profile_id_fkey",
                NO_SUCH_PROFILE.because("It has just been deleted."),
                "profiles_name_check",
                INVALID.because("The name is too short or too long.").at("/name", "must have 2 to 75 characters"),
                "profiles_coordinates_check",
                INVALID.because("Coordinates come in pairs.").at("/address", "must have both lat and lng, or neither"));
    }
}
