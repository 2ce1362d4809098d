package club.panamia.social.outgoing;

/** What every activity says beside what it is about: whom it is meant for, and when it was said. As SQL, within an object. */
public final class Stamp {

    public static final String CONTEXT = "'@context', 'https://www.w3.org/ns/activitystreams'";

    static final String EVERYBODY = "jsonb_build_array('https://www.w3.org/ns/activitystreams#Public')";

    /** Said now. */
    public static final String NOW = at("now()");

    /** That something is gone is nobody's secret; whom it was meant for may be. {@code s} is the post. */
    public static final String GONE = """
            'to', %s, 'published', %s,
                                      'cc', CASE WHEN s.visibility IN ('public', 'quiet')
                                                 THEN (s.recipient_to || s.recipient_cc) - 'https://www.w3.org/ns/activitystreams#Public'
                                                 ELSE jsonb_build_array() END,
                                      'object', jsonb_build_object('id', s.uri, 'type', 'Tombstone', 'formerType', s.type, 'deleted', %s)
            """.formatted(EVERYBODY, NOW, NOW).strip();

    private Stamp() {}

    /** Meant for everybody. */
    public static String toEverybody(String cc) {
        return "'to', %s, 'cc', %s".formatted(EVERYBODY, cc);
    }

    /** Meant for one actor alone. */
    static String to(String uri) {
        return "'to', jsonb_build_array(%s), 'cc', jsonb_build_array()".formatted(uri);
    }

    /** Said at a moment, as ActivityStreams writes one. */
    static String at(String moment) {
        return "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(moment);
    }

    static String said(String moment) {
        return "'published', " + at(moment);
    }
}
