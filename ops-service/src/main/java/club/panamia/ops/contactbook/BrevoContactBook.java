package club.panamia.ops.contactbook;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.ops.quota.OutOfQuota;
import club.panamia.ops.quota.Quotas;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brevo's contacts over HTTP (version 3). One goes by {@code POST /contacts}, many by {@code POST /contacts/import}. */
@Singleton
class BrevoContactBook implements ContactBook {

    private static final String CONTACTS = "brevo-contacts";
    private static final String PROCESSES = "brevo-processes";
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration WORTH_WAITING_FOR = Duration.ofSeconds(2);
    private static final int LOOKS = 6;
    private static final int REFUSED = 400;
    private static final int UNKNOWN = 404;
    private static final int TOO_MANY = 429;

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final Quotas quotas;
    private final String url;
    private final Optional<String> key;
    private final Duration firstLook;

    BrevoContactBook(
            GuardedHttp http,
            ObjectMapper json,
            Quotas quotas,
            @ConfigProperty(name = "pana.brevo.url") String url,
            @ConfigProperty(name = "pana.brevo.api-key") Optional<String> key,
            @ConfigProperty(name = "pana.brevo.first-look") Duration firstLook) {
        this.http = http;
        this.json = json;
        this.quotas = quotas;
        this.url = url;
        this.key = key;
        this.firstLook = firstLook;
    }

    @Override
    public String name() {
        return "brevo";
    }

    @Override
    public void requireSettings() {
        apiKey();
    }

    @Override
    public Uni<Map<String, Long>> put(List<Contact> alike) {
        return alike.size() == 1 ? putOne(alike.getFirst()) : putAll(alike);
    }

    @Override
    public Uni<Void> takeOff(int list, List<Contact> contacts) {
        var addresses = contacts.stream().map(Contact::email).toList();
        return post("/contacts/lists/%d/contacts/remove".formatted(list), Map.of("emails", addresses))
                .invoke(answer -> require(answer, Set.of(REFUSED, UNKNOWN)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> delete(Contact contact) {
        var address = URLEncoder.encode(contact.email(), StandardCharsets.UTF_8);
        return call(CONTACTS, GuardedCall.delete(URI.create(url + "/contacts/" + address)))
                .invoke(answer -> require(answer, Set.of(UNKNOWN)))
                .replaceWithVoid();
    }

    /** Whoever has left there stays so: nothing is said of it, unless they are barred, or were and have come back. */
    private Uni<Map<String, Long>> putOne(Contact contact) {
        var body = new HashMap<String, Object>(entry(contact));
        body.put("listIds", contact.lists());
        body.put("updateEnabled", true);
        if (contact.barred() || contact.isToBeUnbarred()) {
            body.put("emailBlacklisted", contact.barred());
        }
        return post("/contacts", body).invoke(BrevoContactBook::requireTaken).map(answer -> number(contact, answer));
    }

    private Uni<Map<String, Long>> putAll(List<Contact> alike) {
        var one = alike.getFirst();
        return post(
                        "/contacts/import",
                        Map.of(
                                "jsonBody",
                                alike.stream().map(BrevoContactBook::entry).toList(),
                                "listIds",
                                one.lists(),
                                "emailBlacklist",
                                one.barred(),
                                "updateExistingContacts",
                                true,
                                "emptyContactsAttributes",
                                true,
                                "disableNotification",
                                true))
                .invoke(answer -> require(answer, Set.of()))
                .chain(answer -> completed(read(answer).path("processId").asLong(), firstLook, LOOKS))
                .replaceWith(Map.of());
    }

    /** An import goes on after its answer: until it is over, it might undo what is told after it. */
    private Uni<Void> completed(long process, Duration wait, int looks) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(wait)
                .chain(() -> call(PROCESSES, GuardedCall.get(URI.create(url + "/processes/" + process))))
                .invoke(answer -> require(answer, Set.of()))
                .chain(answer -> isCompleted(answer) ? Uni.createFrom().voidItem() : again(process, wait, looks));
    }

    private Uni<Void> again(long process, Duration wait, int looks) {
        return looks > 1
                ? completed(process, wait.multipliedBy(2), looks - 1)
                : Uni.createFrom().failure(new IllegalStateException("An import of Brevo's is not over in time."));
    }

    private boolean isCompleted(GuardedAnswer answer) {
        return read(answer).path("status").asText().equals("completed");
    }

    private Uni<GuardedAnswer> post(String path, Map<String, Object> body) {
        try {
            return call(
                    CONTACTS,
                    GuardedCall.post(URI.create(url + path), "application/json", json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("text cannot fail to become JSON", e);
        }
    }

    private Uni<GuardedAnswer> call(String quota, GuardedCall call) {
        return taken(quota, LOOKS)
                .chain(() -> http.send(call.header("api-key", apiKey())
                        .header("Accept", "application/json")
                        .atMost(LONGEST_ANSWER)))
                .call(answer -> quotas.learn(quota, answer))
                .call(answer -> answer.status() == TOO_MANY
                        ? quotas.take(quota)
                        : Uni.createFrom().voidItem());
    }

    /** A window of a second is waited for, one of an hour is not. */
    private Uni<Void> taken(String quota, int tries) {
        return quotas.take(quota)
                .onFailure(failure -> tries > 1
                        && failure instanceof OutOfQuota out
                        && out.until().compareTo(WORTH_WAITING_FOR) <= 0)
                .recoverWithUni(failure -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(((OutOfQuota) failure).until())
                        .chain(() -> taken(quota, tries - 1)));
    }

    private String apiKey() {
        return key.orElseThrow(
                () -> new IllegalStateException("BREVO_API_KEY is missing: CONTACTS_PROVIDER names brevo."));
    }

    private static Map<String, Object> entry(Contact contact) {
        return Map.of(
                "email",
                contact.email(),
                "attributes",
                Map.of("FIRSTNAME", contact.firstName(), "LASTNAME", contact.lastName()));
    }

    /** Only whom it did not know yet it tells the number of. */
    private Map<String, Long> number(Contact contact, GuardedAnswer answer) {
        var number = read(answer).path("id").asLong();
        return number == 0 ? Map.of() : Map.of(contact.email(), number);
    }

    private JsonNode read(GuardedAnswer answer) {
        try {
            return json.readTree(answer.body().length == 0 ? "{}" : answer.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Brevo's answer %d is no JSON.".formatted(answer.status()), e);
        }
    }

    private static void requireTaken(GuardedAnswer answer) {
        if (answer.status() == REFUSED) {
            throw new NotTaken("Brevo 400: " + answer.text());
        }
        require(answer, Set.of());
    }

    /** Its words may hold an address, so they are not repeated. */
    private static void require(GuardedAnswer answer, Set<Integer> fine) {
        if (!answer.succeeded() && !fine.contains(answer.status())) {
            throw new IllegalStateException("Brevo answered %d.".formatted(answer.status()));
        }
    }
}
