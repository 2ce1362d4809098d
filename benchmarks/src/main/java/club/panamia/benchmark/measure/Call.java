package club.panamia.benchmark.measure;

import java.util.Map;

/**
 * One GET request.
 *
 * @param expected the status of a good answer
 */
public record Call(String path, Map<String, String> headers, int expected) {

    private static final int OK = 200;

    public static Call to(String path) {
        return new Call(path, Map.of(), OK);
    }

    public Call with(String header, String value) {
        return new Call(path, Map.of(header, value), expected);
    }

    public Call expecting(int status) {
        return new Call(path, headers, status);
    }
}
