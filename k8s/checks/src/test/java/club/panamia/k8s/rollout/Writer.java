package club.panamia.k8s.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A member who renames the own profile again and again, each time on the version that the last answer showed. */
final class Writer {

    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

    private final HttpClient http;
    private final URI profile;
    private final Member member;
    private final List<String> refused = new ArrayList<>();
    private String acknowledged = "";
    private int number;
    private final AtomicInteger changes = new AtomicInteger();

    Writer(HttpClient http, URI door, Member member) {
        this.http = http;
        this.profile = door.resolve("/api/profiles/me");
        this.member = member;
    }

    /** One change; not by two threads at once. */
    void write() {
        try {
            rename("Name %d".formatted(++number));
        } catch (UncheckedIOException brokenOff) {
            refused.add(brokenOff.toString());
        }
    }

    private void rename(String name) {
        var seen = send(request());
        var answer = seen.statusCode() == 200 ? send(change(name, seen)) : seen;
        if (answer.statusCode() == 200) {
            acknowledged = name;
            changes.incrementAndGet();
        } else {
            refused.add(answer.statusCode() + " " + answer.body());
        }
    }

    /** Changes that were answered otherwise than by 200, with what was said. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    int changes() {
        return changes.get();
    }

    /** The name of the last change that was acknowledged, and the name that the profile has. */
    String acknowledged() {
        return acknowledged;
    }

    String stored() {
        return name(send(request()));
    }

    private HttpRequest change(String name, HttpResponse<String> seen) {
        return builder()
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", seen.headers().firstValue("ETag").orElse("none"))
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name)))
                .build();
    }

    private HttpRequest request() {
        return builder().build();
    }

    private HttpRequest.Builder builder() {
        return HttpRequest.newBuilder(profile)
                .timeout(Duration.ofSeconds(20))
                .header("Cookie", "__Secure-authjs.session-token=" + member.session())
                .header("Origin", "https://panamia.club");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The front door broke off", e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    private static String name(HttpResponse<String> answer) {
        var name = NAME.matcher(answer.body());
        return name.find() ? name.group(1) : answer.statusCode() + " " + answer.body();
    }
}
