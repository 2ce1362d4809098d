package club.panamia.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.signature.Form;
import club.panamia.social.signature.HttpMessage;
import club.panamia.social.signature.SignMessage;
import club.panamia.social.signature.SigningKey;
import club.panamia.testing.http.Callers;
import club.panamia.testing.http.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Another server of the fediverse, with actors that sign; it takes whatever is sent to its inboxes. */
public final class Peer implements AutoCloseable {

    public static final KeyPair KEYS = keys();

    static final String TYPE = "application/activity+json";

    private final HttpStub http = new HttpStub();
    /** Written out where they are made: on a thread of the stub, Vert.x would look for its JSON in the wrong place. */
    private final Map<String, String> documents = new ConcurrentHashMap<>();

    private final Map<String, Integer> inboxes = new ConcurrentHashMap<>();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private final Map<String, String> places = new ConcurrentHashMap<>();
    private volatile @Nullable Form only;
    private volatile @Nullable Form shownTo;
    private volatile CountDownLatch held = new CountDownLatch(0);

    public Peer() {
        http.on("/", this::answer);
    }

    public static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        awaitRelease();
        var document = documents.get(path);
        if (exchange.getRequestMethod().equals("POST")) {
            var understood = only == null
                    || exchange.getRequestHeaders().containsKey("Signature-Input") == (only == Form.RFC9421);
            HttpStub.respond(exchange, understood ? inboxes.getOrDefault(path, 202) : 401, TYPE, "");
            return;
        }
        if (shownTo != null
                && exchange.getRequestHeaders().containsKey("Signature-Input") != (shownTo == Form.RFC9421)) {
            HttpStub.respond(exchange, 401, TYPE, "");
        } else if (troubles.containsKey(path)) {
            HttpStub.respond(exchange, troubles.get(path), TYPE, "");
        } else if (places.containsKey(path)) {
            exchange.getResponseHeaders().set("Location", places.get(path));
            exchange.sendResponseHeaders(302, -1);
        } else if (document == null) {
            HttpStub.respond(exchange, 404, TYPE, "{}");
        } else {
            HttpStub.respond(exchange, 200, path.startsWith("/.well-known/") ? "application/jrd+json" : TYPE, document);
        }
    }

    private void awaitRelease() throws IOException {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** From now on it answers nobody, until it goes on. */
    public void holdsBack() {
        held = new CountDownLatch(1);
    }

    public void goesOn() {
        held.countDown();
    }

    public String url(String path) {
        return http.url(path);
    }

    /** What stands behind the @ of its handles. */
    public String host() {
        return "localhost:" + http.port();
    }

    /** A document of it, under the path of its id. */
    public Peer has(JsonObject document) {
        return has(URI.create(document.getString("id")).getPath(), document);
    }

    public Peer has(String path, JsonObject document) {
        documents.put(path, document.encode());
        return this;
    }

    /** From now on whoever asks there gets nothing but this status. */
    public void answers(String path, int status) {
        troubles.put(path, status);
    }

    /** Whoever asks at one path is led to another. */
    public void leads(String from, String to) {
        places.put(from, to);
    }

    /** From now on this handle of it leads to this actor. */
    public Peer calls(String name, String actor) {
        var account = "acct:" + name + "@" + host();
        var path = "/.well-known/webfinger?resource=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
        return has(path, PeerDocuments.account(account, url("/@" + name), actor));
    }

    public void hasNoMore(String uri) {
        documents.remove(URI.create(uri).getPath());
    }

    /** From now on this inbox answers so. */
    public void answersInbox(String path, int status) {
        inboxes.put(path, status);
    }

    /** From now on it understands signatures of this form alone. */
    public void understandsOnly(Form form) {
        only = form;
    }

    /** From now on it shows its documents to who signs in this form alone. */
    public void showsOnlyTo(Form form) {
        shownTo = form;
    }

    /** An actor of it; returns their id. */
    public String actor(String name) {
        var document = describe(name, KEYS);
        has(document);
        return document.getString("id");
    }

    public JsonObject describe(String name, KeyPair keys) {
        return PeerDocuments.actor(url("/users/" + name), name, url("/inbox"), pem(keys));
    }

    public static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(
                        Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    /** What it was asked for or sent, by the beginning of the path. */
    public List<HttpStub.Asked> asked(String method, String path) {
        return http.asked().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().startsWith(path))
                .toList();
    }

    /** The activities that came in to an inbox, or to one below a path. */
    public List<JsonObject> received(String path) {
        return asked("POST", path).stream()
                .map(asked -> new JsonObject(new String(asked.body(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** All that came in says who did what to what, whom it is meant for and when that was. */
    public void hasHeardWholeActivities() {
        assertThat(received("/"))
                .allSatisfy(activity -> assertThat(activity.getMap())
                        .containsKeys("@context", "id", "type", "actor", "object", "to", "cc", "published"));
    }

    /** A request of one of its actors to us, signed. */
    public static HttpMessage signed(String actor, KeyPair keys, Form form, String method, String path, String body) {
        return signed(actor, keys, form, method, URI.create(Callers.PUBLIC_URL + path), body);
    }

    /** The same to any server. */
    public static HttpMessage signed(String actor, KeyPair keys, Form form, String method, URI uri, String body) {
        var message =
                new HttpMessage(method, uri, MultiMap.caseInsensitiveMultiMap(), body.getBytes(StandardCharsets.UTF_8));
        SignMessage.by(new SigningKey(actor + "#main-key", keys.getPrivate()), form, message, Instant.now())
                .forEach(message.headers()::set);
        return message;
    }

    /** One of its actors sends something to an inbox of ours. */
    public static ValidatableResponse send(String actor, String inbox, JsonObject activity) {
        return send(signed(actor, KEYS, Form.CAVAGE, "POST", inbox, activity.encode()));
    }

    public static ValidatableResponse send(HttpMessage message) {
        var request = given().contentType(TYPE).body(message.body());
        message.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        return request.post(message.uri().getPath()).then();
    }

    @Override
    public void close() {
        goesOn();
        http.close();
    }
}
