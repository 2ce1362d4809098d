package club.panamia.auth.provider;

import club.panamia.testing.http.Callers;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser: keeps cookies per site and path, follows redirects, submits forms. It reaches the service under test where its public
 * address says that it is, as if a front door stood between.
 */
final class TestBrowser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");
    private static final int REDIRECTS = 12;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Map<String, Kept>> cookies;

    private record Kept(String value, String path) {}

    /** What came back; {@code location} is absolute, and null where the answer sends nowhere. */
    record Visit(URI at, int status, URI location, String body, HttpResponse<String> response) {

        /** Without the public address, as links of ours are written. */
        String leadsTo() {
            return location.toString().replace(Callers.PUBLIC_URL, "");
        }

        String parameter(String name) {
            for (var pair : location.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                if (parts[0].equals(name)) {
                    return java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("no parameter '%s' in %s".formatted(name, location));
        }
    }

    TestBrowser() {
        this(new HashMap<>());
    }

    private TestBrowser(Map<String, Map<String, Kept>> cookies) {
        this.cookies = cookies;
    }

    /** Another one with the same cookies, as they are now. */
    TestBrowser copy() {
        var copied = new HashMap<String, Map<String, Kept>>();
        cookies.forEach((site, kept) -> copied.put(site, new TreeMap<>(kept)));
        return new TestBrowser(copied);
    }

    /** One request. */
    Visit get(String url) {
        return exchange(URI.create(absolute(url)), "");
    }

    /** One form, from a page of the site that it goes to. */
    Visit post(String url, Map<String, String> form) {
        return exchange(URI.create(absolute(url)), "POST " + encode(form));
    }

    /** Follows redirects, until a page is shown or it leaves the sign-in. */
    Visit travel(String url) {
        return follow(get(url));
    }

    /** Submits the page's form and follows. */
    Visit submit(Visit page, Map<String, String> form) {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form on " + page.at() + ": " + page.body());
        }
        return follow(
                post(page.at().resolve(action.group(1).replace("&amp;", "&")).toString(), form));
    }

    /** Signs in at the real provider, whose page this is, and comes back. */
    Visit signInAs(String login, Visit page) {
        return submit(page, Map.of("prompt", "login", "login", login, "password", "x"));
    }

    /** Goes where the page goes by itself. */
    Visit goOn(Visit page) {
        var refresh = REFRESH.matcher(page.body());
        if (!refresh.find()) {
            throw new AssertionError("%s goes nowhere: %d %s".formatted(page.at(), page.status(), page.body()));
        }
        return get(refresh.group(1));
    }

    /** From the beginning to where the sign-in ends. */
    Visit signIn(String provider, String login) {
        return signInAs(login, travel("/login/provider/%s?callbackUrl=/account".formatted(provider)));
    }

    /** Signs in at the real provider, and stops before it comes back: the address of our callback. */
    String signInHalfway(String login, Visit away) {
        var page = travel(away.location().toString());
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form on " + page.at());
        }
        var now = post(action.group(1), Map.of("prompt", "login", "login", login, "password", "x"));
        while (!now.location().getPath().endsWith("/callback")) {
            now = get(now.location().toString());
        }
        return now.location().toString();
    }

    private Visit follow(Visit visit) {
        var now = visit;
        for (var i = 0; i < REDIRECTS && now.location() != null && belongs(now.location()); i++) {
            now = get(now.location().toString());
        }
        return now;
    }

    private static boolean belongs(URI target) {
        return !target.toString().startsWith(Callers.PUBLIC_URL)
                || target.getPath().startsWith("/login/");
    }

    String cookie(String name) {
        var kept = cookies.getOrDefault(Callers.PUBLIC_URL, Map.of()).get(name);
        return kept == null ? null : kept.value();
    }

    /** The names of all cookies of ours. */
    java.util.Set<String> ours() {
        return cookies.getOrDefault(Callers.PUBLIC_URL, Map.of()).keySet();
    }

    /** What is shown to a path of ours. */
    Map<String, String> pairsOf(String path) {
        return cookies.getOrDefault(Callers.PUBLIC_URL, Map.of()).entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getValue().path()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cookie -> cookie.getValue().value()));
    }

    void put(String name, String value) {
        cookies.computeIfAbsent(Callers.PUBLIC_URL, site -> new TreeMap<>()).put(name, new Kept(value, "/"));
    }

    private Visit exchange(URI url, String form) {
        var site = siteOf(url);
        var request = HttpRequest.newBuilder(reached(url)).header("Accept", "text/html");
        var shown = cookies.getOrDefault(site, Map.of()).entrySet().stream()
                .filter(cookie -> url.getPath().startsWith(cookie.getValue().path()))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
                .collect(Collectors.joining("; "));
        if (!shown.isEmpty()) {
            request.header("Cookie", shown);
        }
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", site)
                    .POST(HttpRequest.BodyPublishers.ofString(form.substring("POST ".length())));
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(header -> keep(site, header));
            var location =
                    response.headers().firstValue("Location").map(url::resolve).orElse(null);
            return new Visit(url, response.statusCode(), location, response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(url.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String site, String header) {
        var cookie = HttpCookie.parse(header).getFirst();
        var kept = cookies.computeIfAbsent(site, ignored -> new TreeMap<>());
        if (cookie.getMaxAge() == 0
                || header.contains("1970")
                || cookie.getValue().isEmpty()) {
            kept.remove(cookie.getName());
        } else {
            kept.put(cookie.getName(), new Kept(cookie.getValue(), cookie.getPath() == null ? "/" : cookie.getPath()));
        }
    }

    private URI reached(URI url) {
        var text = url.toString();
        return text.startsWith(Callers.PUBLIC_URL)
                ? URI.create("http://localhost:" + RestAssured.port + text.substring(Callers.PUBLIC_URL.length()))
                : url;
    }

    private static String absolute(String url) {
        return url.startsWith("/") ? Callers.PUBLIC_URL + url : url;
    }

    private static String siteOf(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
