package club.panamia.social.key;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Public keys as other servers show them. */
public final class PeerKey {

    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 8192;
    private static final int LONGEST_PEM = 4000;
    private static final int LONGEST_EXPONENT = 33;

    /** What precedes the bytes of an Ed25519 key in its SPKI (RFC 8410, section 4). */
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What precedes the length of a PKCS#1 key in its SPKI: rsaEncryption without parameters (RFC 8017, A.1). */
    private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private static final int MULTIKEY_BYTES = 34;

    private PeerKey() {}

    /**
     * An RSA key in PEM, as SPKI or as PKCS#1.
     *
     * @throws IllegalArgumentException where it is none, or of a size that is not safe
     */
    public static PublicKey ofPem(String pem) {
        if (pem.length() > LONGEST_PEM) {
            throw new IllegalArgumentException("a key of this length is none");
        }
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var key = make("RSA", pem.contains("BEGIN RSA PUBLIC KEY") ? spki(der) : der);
        if (!(key instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() < SHORTEST_RSA
                || rsa.getModulus().bitLength() > LONGEST_RSA
                || rsa.getPublicExponent().bitLength() > LONGEST_EXPONENT) {
            throw new IllegalArgumentException("an RSA key has 2048 to 8192 bits");
        }
        return key;
    }

    /**
     * An Ed25519 key as a Multikey has it (FEP-521a).
     *
     * @throws IllegalArgumentException where it is none
     */
    public static PublicKey ofMultikey(String multibase) {
        var bytes = Multibase.bytes(multibase);
        if (bytes.length != MULTIKEY_BYTES || bytes[0] != (byte) 0xed || bytes[1] != 1) {
            throw new IllegalArgumentException("no Ed25519 key");
        }
        var der = new ByteArrayOutputStream();
        der.writeBytes(ED25519_SPKI);
        der.write(bytes, 2, bytes.length - 2);
        return make("Ed25519", der.toByteArray());
    }

    private static PublicKey make(String algorithm, byte[] spki) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key", e);
        }
    }

    private static byte[] spki(byte[] pkcs1) {
        var bits = new ByteArrayOutputStream();
        bits.write(0);
        bits.writeBytes(pkcs1);
        var content = new ByteArrayOutputStream();
        content.writeBytes(RSA_ALGORITHM);
        write(content, 0x03, bits.toByteArray());
        var whole = new ByteArrayOutputStream();
        write(whole, 0x30, content.toByteArray());
        return whole.toByteArray();
    }

    /** A DER value with a length of two bytes, which every RSA key in use has. */
    private static void write(ByteArrayOutputStream der, int tag, byte[] value) {
        der.write(tag);
        der.write(0x82);
        der.write(value.length >> 8);
        der.write(value.length);
        der.writeBytes(value);
    }
}
