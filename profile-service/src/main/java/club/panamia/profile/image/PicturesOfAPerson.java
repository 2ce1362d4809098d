package club.panamia.profile.image;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Whoever leaves leaves no picture: the sweeper takes the files, and then the rows that say whose they were. */
@ApplicationScoped
class PicturesOfAPerson implements PersonalData {

    private static final String UPLOADS = """
        SELECT jsonb_build_object('file', m.sha256, 'type', m.type, 'width', m.width, 'height', m.height,
                                  'uploadedAt', m.created_at) AS item
          FROM internal.media m JOIN person ON m.owner_id = person.id
         WHERE m.service = 'profile' AND m.state = 'stored'
        """;

    private static final String LET_GO = """
        UPDATE internal.media m SET touched_at = now() - interval '1 day'
          FROM person
         WHERE m.service = 'profile' AND m.owner_id = person.id
        """;

    @Override
    public Map<String, String> copy() {
        return Map.of("pictures", UPLOADS);
    }

    @Override
    public List<String> farewell() {
        return List.of(LET_GO);
    }
}
