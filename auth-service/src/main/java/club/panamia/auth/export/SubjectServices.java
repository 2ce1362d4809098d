package club.panamia.auth.export;

/** All who must have done their part before a request about somebody's data is done. */
public final class SubjectServices {

    /** SQL: the services that the request {@code r} still waits for, a text array. */
    public static final String WAITED_FOR = """
            ARRAY(SELECT asked.name
                    FROM unnest(ARRAY['auth-service', 'profile-service', 'content-service', 'social-service',
                                      'mentoring-service', 'engagement-service', 'ops-service']) AS asked (name)
                   WHERE NOT EXISTS (SELECT FROM internal.subject_request_part p
                                      WHERE p.request_id = r.id AND p.service = asked.name)
                   ORDER BY asked.name)""";

    private SubjectServices() {}
}
