package club.panamia.social.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of draft-cavage-http-signatures-12, appendix C, and of RFC 9421, appendix B. */
class SignatureVectorsTest {

    private static final String CAVAGE_KEY = """
            MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C36rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg
            0h1L78+6Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJwoYi+1hqp1fIekaxsyQIDAQAB
            """;

    private static final String PSS_KEY = """
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr4tmm3r20Wd/PbqvP1s2+QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct+Lh1GH45x28Rw
            3Ry53mm+oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgchwuYLPL+Wokqltd11nqqzi+b
            J9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4aOT9v6d+nb4bnNkQVklLQ3fVAvJm+xdDOp9LCNCN
            48V2pnDOkFV6+U9nV5oyc6XI2wIDAQAB
            """;

    private static final String ED25519_KEY = "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";

    private static PublicKey key(String algorithm, String spki) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm)
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(spki)));
    }

    private static HttpMessage message(String uri, String... headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (var i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return new HttpMessage("POST", URI.create(uri), all, "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date | SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM=
            (request-target) host date | qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=
            (request-target) host date content-type digest content-length | vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE=
            """)
    void verifiesTheExamplesOfTheDraft(String covered, String signature) throws GeneralSecurityException {
        var message = message(
                "http://example.com/foo?param=value&pet=dog",
                "Date",
                "Sun, 05 Jan 2014 21:31:40 GMT",
                "Content-Type",
                "application/json",
                "Digest",
                "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=",
                "Content-Length",
                "18");
        var parsed = CavageSignature.parse("keyId=\"Test\",algorithm=\"rsa-sha256\", headers=\"%s\",signature=\"%s\""
                .formatted(covered, signature));

        var claim = new Claim(Form.CAVAGE, parsed.keyId(), parsed.base(message), parsed.signature());

        assertThat(claim.isMadeBy(key("RSA", CAVAGE_KEY))).isTrue();
        assertThat(claim.isMadeBy(key("RSA", PSS_KEY))).isFalse();
        assertThat(claim.isMadeBy(key("Ed25519", ED25519_KEY))).isFalse();
    }

    private static HttpMessage rfcMessage() {
        return message(
                "https://example.com/foo?param=Value&Pet=dog",
                "Date",
                "Tue, 20 Apr 2021 02:07:55 GMT",
                "Content-Type",
                "application/json",
                "Content-Digest",
                "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:",
                "Content-Length",
                "18");
    }

    /** B.2.6. */
    @Test
    void verifiesTheExampleOfTheRfcWithEd25519() throws GeneralSecurityException {
        var parsed = MessageSignature.parse(
                "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                        + ";created=1618884473;keyid=\"test-key-ed25519\"",
                "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:");

        var claim = new Claim(Form.RFC9421, "", parsed.base(rfcMessage()), parsed.signature());

        assertThat(claim.isMadeBy(key("Ed25519", ED25519_KEY))).isTrue();
        assertThat(claim.isMadeBy(key("RSA", PSS_KEY))).isFalse();
    }

    /** B.2.3, whose algorithm we do not take, but whose base must be ours. */
    @Test
    void makesTheSameBaseAsTheRfc() throws GeneralSecurityException {
        var parsed = MessageSignature.parse(
                "sig-b23=(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content-digest\" \"content-length\")"
                        + ";created=1618884473;keyid=\"test-key-rsa-pss\"",
                "sig-b23=:bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==:");
        var verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        verifier.initVerify(key("RSA", PSS_KEY));

        verifier.update(parsed.base(rfcMessage()));

        assertThat(verifier.verify(parsed.signature())).isTrue();
    }

    /** B.1 and 2.5 of the RFC: a digest of SHA-512, and ours of the same body. */
    @Test
    void knowsTheDigestsOfTheExamples() {
        var body = rfcMessage().body();

        assertThat(Digests.cavage(body)).isEqualTo("SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=");
        assertThat(Digests.rfc9530(body)).isEqualTo("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
        Digests.check(rfcMessage().header("content-digest"), body);
    }
}
