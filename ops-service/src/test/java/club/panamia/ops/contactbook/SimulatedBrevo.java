package club.panamia.ops.contactbook;

import club.panamia.testing.http.HttpStub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brevo's contacts with its limits, over HTTP: so many calls in a window, of which every answer tells how many are left, also a
 * refusal with 429; imports that are over some time after their answer. Windows begin when a test says so.
 */
final class SimulatedBrevo implements AutoCloseable {

    /** What becomes of the next call. */
    enum Fault {
        NONE,
        /** It gets lost before it takes effect. */
        BEFORE,
        /** Its answer gets lost: nobody is told that it took effect. */
        AFTER
    }

    private static final class Kept {
        private String first = "";
        private String last = "";
        private final TreeSet<Integer> lists = new TreeSet<>();
        private boolean barred;
        private long number;
    }

    /** Contacts are limited by themselves, everything else together. */
    private static final class Window {
        private final int most;
        private int used;
        private int usedByOthers;
        private int worst;

        private Window(int most) {
            this.most = most;
        }

        private int take() {
            used++;
            worst = Math.max(worst, used);
            return most - used - usedByOthers;
        }

        private void begin() {
            used = 0;
            usedByOthers = 0;
        }
    }

    private record Reply(int status, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpStub stub = new HttpStub().on("/", this::answer);
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<Long, JsonNode> running = new TreeMap<>();
    private final Window contacts;
    private final Window processes = new Window(100);
    private long numbers = 100;
    private Fault next = Fault.NONE;

    SimulatedBrevo(int most) {
        contacts = new Window(most);
    }

    String url() {
        return "http://localhost:" + stub.port();
    }

    synchronized void fails(Fault fault) {
        next = fault;
    }

    /** Whoever else has the key uses all that is left of this window. */
    synchronized void spent() {
        contacts.usedByOthers = contacts.most;
    }

    /** Imports whose end nobody waits for are over by now. */
    synchronized void nextWindow() {
        contacts.begin();
        processes.begin();
        next = Fault.NONE;
        List.copyOf(running.keySet()).forEach(this::finish);
    }

    /** How many calls of ours on contacts there were in the worst window. */
    synchronized int mostUsed() {
        return contacts.worst;
    }

    synchronized int used() {
        return contacts.used;
    }

    /** Everybody, by address: names, lists, and whether they are barred. */
    synchronized List<String> contents() {
        return kept.entrySet().stream()
                .map(entry -> "%s: %s/%s %s%s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().first,
                                entry.getValue().last,
                                entry.getValue().lists,
                                entry.getValue().barred ? " barred" : ""))
                .toList();
    }

    /** Somebody unsubscribes there. */
    synchronized void bar(String address) {
        kept.get(address).barred = true;
    }

    List<String> calls() {
        return stub.asked().stream()
                .map(asked -> asked.method() + " " + asked.path())
                .toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var window = exchange.getRequestURI().getPath().startsWith("/processes/") ? processes : contacts;
        var left = window.take();
        var fault = next;
        next = Fault.NONE;
        if (fault == Fault.BEFORE) {
            cutOff(exchange);
            return;
        }
        var reply = left < 0 ? new Reply(429, "{\"code\":\"too_many\"}") : reply(exchange);
        if (fault == Fault.AFTER) {
            cutOff(exchange);
            return;
        }
        exchange.getResponseHeaders().set("x-sib-ratelimit-limit", String.valueOf(window.most));
        exchange.getResponseHeaders().set("x-sib-ratelimit-remaining", String.valueOf(Math.max(0, left)));
        exchange.getResponseHeaders().set("x-sib-ratelimit-reset", "3600");
        HttpStub.respond(exchange, reply.status(), "application/json", reply.body());
    }

    /** A gateway between us and them has lost the connection; what it says has none of their headers. */
    private static void cutOff(HttpExchange exchange) throws IOException {
        HttpStub.respond(exchange, 504, "text/plain", "gateway timeout");
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var said = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (path.equals("/contacts")) {
            return put(said);
        }
        if (path.equals("/contacts/import")) {
            running.put(++numbers, said);
            return new Reply(202, "{\"processId\":%d}".formatted(numbers));
        }
        if (path.startsWith("/processes/")) {
            return look(Long.parseLong(path.substring("/processes/".length())));
        }
        return path.endsWith("/contacts/remove") ? takeOff(path, said) : delete(path);
    }

    private Reply put(JsonNode said) {
        var address = said.path("email").asText();
        if (address.startsWith("bad")) {
            return new Reply(400, "{\"code\":\"invalid_parameter\",\"message\":\"Invalid email\"}");
        }
        var known = kept.containsKey(address);
        enter(said, said.path("listIds"));
        if (said.has("emailBlacklisted")) {
            kept.get(address).barred = said.path("emailBlacklisted").asBoolean();
        }
        return known ? new Reply(204, "") : new Reply(201, "{\"id\":%d}".formatted(kept.get(address).number));
    }

    private void enter(JsonNode entry, JsonNode lists) {
        var contact = kept.computeIfAbsent(entry.path("email").asText(), any -> new Kept());
        contact.number = contact.number == 0 ? ++numbers : contact.number;
        contact.first = entry.path("attributes").path("FIRSTNAME").asText();
        contact.last = entry.path("attributes").path("LASTNAME").asText();
        lists.forEach(list -> contact.lists.add(list.asInt()));
    }

    /** The first look comes too early. */
    private Reply look(long process) {
        var said = running.get(process);
        if (said != null && !said.has("looked")) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) said).put("looked", true);
            return new Reply(200, "{\"status\":\"in_process\"}");
        }
        finish(process);
        return new Reply(200, "{\"status\":\"completed\"}");
    }

    private void finish(long process) {
        var said = running.remove(process);
        if (said == null) {
            return;
        }
        for (var entry : said.path("jsonBody")) {
            enter(entry, said.path("listIds"));
            if (said.path("emailBlacklist").asBoolean()) {
                kept.get(entry.path("email").asText()).barred = true;
            }
        }
    }

    private Reply takeOff(String path, JsonNode said) {
        var list = Integer.parseInt(path.replaceAll("\\D", ""));
        var taken = new ArrayList<String>();
        for (var email : said.path("emails")) {
            var contact = kept.get(email.asText());
            if (contact != null && contact.lists.remove(list)) {
                taken.add(email.asText());
            }
        }
        return taken.isEmpty()
                ? new Reply(400, "{\"code\":\"invalid_parameter\",\"message\":\"Contact already removed from list\"}")
                : new Reply(
                        201,
                        "{\"contacts\":{\"success\":[%s]}}"
                                .formatted(taken.stream()
                                        .map(email -> "\"" + email + "\"")
                                        .collect(Collectors.joining(","))));
    }

    private Reply delete(String path) {
        var address = URLDecoder.decode(path.substring("/contacts/".length()), StandardCharsets.UTF_8);
        return kept.remove(address) == null ? new Reply(404, "{\"code\":\"document_not_found\"}") : new Reply(204, "");
    }

    @Override
    public void close() {
        stub.close();
    }
}
