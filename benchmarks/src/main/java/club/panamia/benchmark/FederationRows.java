package club.panamia.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** 10,000 people of 500 other servers who follow one person here, all with one key, and what they send. */
final class FederationRows {

    static final int FOLLOWERS = 10_000;
    static final int HOSTS = 500;

    private static final String ACTORS = """
            INSERT INTO social_actors (id, username, domain, uri, inbox_url, outbox_url, followers_url, following_url, shared_inbox_url,
                                       public_key, fetched_at)
            SELECT 'r' || lpad(n::text, 23, '0'), 'r' || n, h, b, b || '/inbox', b || '/outbox', b || '/followers', b || '/following',
                   'https://' || h || '/inbox', '', now()
              FROM generate_series(0, %d - 1) n, LATERAL (SELECT 'h' || n %% %d || '.invalid' AS h) v,
                   LATERAL (SELECT 'https://' || h || '/users/' || n AS b) w
            """;

    private static final String KEYS = """
            INSERT INTO internal.peer_key (key_id, actor_id, kind, public_key)
            SELECT uri || '#main-key', id, 'rsa', ? FROM social_actors WHERE id LIKE 'r%'
            """;

    private static final String FOLLOWS = """
            INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
            SELECT id, 'a' || lpad('0', 23, '0'), 'accepted', now() FROM social_actors WHERE id LIKE 'r%'
            """;

    /** Just taking things in is measured, and not what comes of them. */
    private static final String HOLD = """
            CREATE FUNCTION internal.hold_back() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW.due_at := now() + interval '1 day';
              RETURN NEW;
            END $$;
            CREATE TRIGGER hold_back BEFORE INSERT ON internal.inbox_activity FOR EACH ROW EXECUTE FUNCTION internal.hold_back()
            """;

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final KeyPair keys;

    FederationRows() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Beside the people of {@link Speaking}. */
    void seed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(ACTORS.formatted(FOLLOWERS, HOSTS));
            statement.execute(FOLLOWS);
            statement.execute("SET session_replication_role = origin");
            statement.execute(HOLD);
        }
        try (var statement = connection.prepareStatement(KEYS)) {
            statement.setString(1, pem());
            statement.execute();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE social_actors");
            statement.execute("VACUUM ANALYZE social_follows");
            statement.execute("VACUUM ANALYZE internal.peer_key");
        }
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(
                        Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    static String like(int number, String publicUrl) {
        var actor = actor(number);
        return """
                {"@context":"https://www.w3.org/ns/activitystreams","id":"%s/likes/%d","type":"Like","actor":"%s","object":"%s/ap/statuses/x"}""".formatted(actor, number, actor, publicUrl);
    }

    private static String actor(int number) {
        var n = number % FOLLOWERS;
        return "https://h%d.invalid/users/%d".formatted(n % HOSTS, n);
    }

    /** The headers of a request in which it is sent, in the draft's form. */
    Map<String, String> signed(int number, String host, String body) {
        try {
            var digest = "SHA-256="
                    + base64(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
            var date = HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
            var text = "(request-target): post /ap/inbox\nhost: %s\ndate: %s\ndigest: %s".formatted(host, date, digest);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            var header =
                    "keyId=\"%s#main-key\",algorithm=\"rsa-sha256\",headers=\"(request-target) host date digest\",signature=\"%s\""
                            .formatted(actor(number), base64(signature.sign()));
            return Map.of(
                    "Host", host,
                    "Date", date,
                    "Digest", digest,
                    "Signature", header,
                    "Content-Type", "application/activity+json");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
