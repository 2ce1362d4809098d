package club.panamia.k8s.rollout;

import club.panamia.dev.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A key and its self-signed certificate, for a server called {@code localhost}. */
record Certificate(String key, String certificate) {

    private static final String PASSWORD = "for-this-file-only";

    static Certificate make(Path folder) {
        var store = folder.resolve("server.p12");
        Programs.output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-ext",
                "bc:c=ca:true",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        try (var file = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return new Certificate(
                    pem(
                            "PRIVATE KEY",
                            keys.getKey("server", PASSWORD.toCharArray()).getEncoded()),
                    pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("The certificate cannot be read", e);
        }
    }

    /** Writes both where only their owner may read them: server.key and server.crt. */
    void into(Path folder) throws IOException {
        Files.writeString(folder.resolve("server.crt"), certificate);
        Files.writeString(folder.resolve("server.key"), key);
        Files.setPosixFilePermissions(folder.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), what);
    }
}
