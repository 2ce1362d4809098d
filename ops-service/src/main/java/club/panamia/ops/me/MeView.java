package club.panamia.ops.me;

import club.panamia.kernel.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller and what the caller may be; {@code screenname} is absent until one is chosen. */
record MeView(String userId, @Nullable String screenname, List<String> roles) {

    static MeView of(Actor actor) {
        return new MeView(
                actor.userId(),
                actor.screenname(),
                actor.roles().stream().sorted().toList());
    }
}
