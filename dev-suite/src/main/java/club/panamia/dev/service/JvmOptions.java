package club.panamia.dev.service;

import java.util.List;

/** How the JVM of a service is set for a developer's machine: seven of them start together and none is busy for long. */
final class JvmOptions {

    private JvmOptions() {}

    static List<String> forService() {
        return List.of(
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
