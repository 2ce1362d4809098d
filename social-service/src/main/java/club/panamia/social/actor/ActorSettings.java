package club.panamia.social.actor;

import club.panamia.kernel.problem.CommonProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person decides about their actor. */
@Schema(description = "What I decide about my actor; what is left out stays as it is")
record ActorSettings(
        @Nullable @Schema(description = "Whether I answer each wish to follow me myself")
        Boolean manuallyApprovesFollowers,

        @Nullable
        @Schema(
                description =
                        "Whether others may recommend me, as directories of the fediverse do; false to begin with")
        Boolean discoverable,

        @Nullable
        @Schema(
                description =
                        "Whether what I say to everybody may be searched elsewhere; as long as I have not decided, as discoverable")
        Boolean indexable) {

    void requireDecision() {
        if (manuallyApprovesFollowers == null && discoverable == null && indexable == null) {
            throw CommonProblem.INVALID.because("There is no decision in it.");
        }
    }
}
