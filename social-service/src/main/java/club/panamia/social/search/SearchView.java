package club.panamia.social.search;

import club.panamia.social.actor.ActorView;
import club.panamia.social.status.StatusView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found. */
@Schema(name = "SocialFinds", description = "What was found")
record SearchView(
        @Schema(required = true) List<ActorView> actors,
        @Schema(required = true) List<StatusView> statuses) {

    static SearchView actors(List<ActorView> found) {
        return new SearchView(found, List.of());
    }

    static SearchView status(StatusView found) {
        return new SearchView(List.of(), List.of(found));
    }
}
