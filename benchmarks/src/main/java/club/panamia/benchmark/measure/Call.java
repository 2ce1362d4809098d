package club.panamia.benchmark.measure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param expected the status of a good answer
 * @param json what is posted; null for a GET request
 */
public record Call(
        String path,
        Map<String, String> headers,
        int expected,
        @Nullable String json) {

    private static final int OK = 200;
    private static final int CREATED = 201;

    public static Call to(String path) {
        return new Call(path, Map.of(), OK, null);
    }

    public static Call post(String path, String json) {
        return new Call(path, Map.of("Content-Type", "application/json"), CREATED, json);
    }

    public Call with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(path, Map.copyOf(more), expected, json);
    }

    public Call expecting(int status) {
        return new Call(path, headers, status, json);
    }
}
