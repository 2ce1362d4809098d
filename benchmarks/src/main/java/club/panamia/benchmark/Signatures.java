package club.panamia.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;

/** What signing and verifying a token's 400 bytes cost by each algorithm of RFC 7518 and RFC 8037 that is a candidate. */
final class Signatures {

    /** @param bits 0 for curves that have one size only */
    private record Candidate(String name, String keyAlgorithm, int bits, String signatureAlgorithm) {}

    private record Cost(double signMicros, double verifyMicros, int bytes) {}

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("RS256, 2048 bits", "RSA", 2048, "SHA256withRSA"),
            new Candidate("RS256, 3072 bits", "RSA", 3072, "SHA256withRSA"),
            new Candidate("ES256", "EC", 256, "SHA256withECDSAinP1363Format"),
            new Candidate("EdDSA (Ed25519)", "Ed25519", 0, "Ed25519"));

    private static final long NANOS = 1_000_000_000L;
    private static final byte[] TOKEN = "x".repeat(400).getBytes(StandardCharsets.US_ASCII);

    private Signatures() {}

    /** All are measured twice and the first time is forgotten, so that none pays for the compiler's work. */
    static String table() {
        CANDIDATES.forEach(Signatures::cost);
        var table = new StringBuilder(
                "### Signature algorithms\n\n| Algorithm | Sign | Verify | Signature |\n|---|---|---|---|\n");
        for (var candidate : CANDIDATES) {
            var cost = cost(candidate);
            table.append("| %s | %.0f µs | %.0f µs | %d bytes |\n"
                    .formatted(candidate.name(), cost.signMicros(), cost.verifyMicros(), cost.bytes()));
        }
        return table.toString();
    }

    private static Cost cost(Candidate candidate) {
        try {
            var pair = pair(candidate);
            var signature = sign(candidate, pair);
            var sign = micros(() -> sign(candidate, pair));
            var verify = micros(() -> verify(candidate, pair, signature));
            return new Cost(sign, verify, signature.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(candidate.name(), e);
        }
    }

    private static KeyPair pair(Candidate candidate) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(candidate.keyAlgorithm());
        if (candidate.bits() > 0) {
            generator.initialize(candidate.bits());
        }
        return generator.generateKeyPair();
    }

    private static byte[] sign(Candidate candidate, KeyPair pair) throws GeneralSecurityException {
        var signature = Signature.getInstance(candidate.signatureAlgorithm());
        signature.initSign(pair.getPrivate());
        signature.update(TOKEN);
        return signature.sign();
    }

    private static void verify(Candidate candidate, KeyPair pair, byte[] signed) throws GeneralSecurityException {
        var signature = Signature.getInstance(candidate.signatureAlgorithm());
        signature.initVerify(pair.getPublic());
        signature.update(TOKEN);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("not its own signature");
        }
    }

    /** CPU of this thread per call, after as long a warm-up. */
    private static double micros(Work work) throws GeneralSecurityException {
        repeat(work);
        return repeat(work);
    }

    private static double repeat(Work work) throws GeneralSecurityException {
        var thread = ManagementFactory.getThreadMXBean();
        var begin = thread.getCurrentThreadCpuTime();
        var calls = 0;
        while (thread.getCurrentThreadCpuTime() - begin < NANOS) {
            for (var i = 0; i < 50; i++) {
                work.run();
            }
            calls += 50;
        }
        return (thread.getCurrentThreadCpuTime() - begin) / 1e3 / calls;
    }

    /** Something that is measured. */
    private interface Work {
        void run() throws GeneralSecurityException;
    }
}
