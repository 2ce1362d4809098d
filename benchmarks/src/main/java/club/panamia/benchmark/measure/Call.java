package club.panamia.benchmark.measure;

import java.util.Map;

/** One GET request. */
public record Call(String path, Map<String, String> headers) {

    public static Call to(String path) {
        return new Call(path, Map.of());
    }

    public Call with(String header, String value) {
        return new Call(path, Map.of(header, value));
    }
}
