package tincan.secure;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.io.IOException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A host's key and certificate for TLS: P-256, signed by itself, made anew for each session and never stored. It says
/// nothing about who the host is; that is proven inside the connection.
public final class Identity {
    private static final X500Name NAME = new X500Name("CN=Tincan");
    private static final Duration VALID = Duration.ofDays(3650);
    private static final int SERIAL_BITS = 127;
    /// Only in memory, where nothing needs a password, but the interface asks for one.
    private static final char[] NO_PASSWORD = {};

    private final SSLContext context;
    private final RecordBuffers buffers = new RecordBuffers();

    private Identity(SSLContext context) {
        this.context = context;
    }

    /// Makes one; takes some milliseconds.
    public static Identity fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new Identity(context(pair, certificate(pair)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("P-256 is in every Java", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        Instant now = Instant.now();
        // computers of one room do not agree on the time, and nobody looks at it
        Date from = Date.from(now.minus(VALID));
        Date to = Date.from(now.plus(VALID));
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
        X509CertificateHolder holder = new JcaX509v3CertificateBuilder(NAME, serial, from, to, NAME, pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static SSLContext context(KeyPair pair, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("host", pair.getPrivate(), NO_PASSWORD, new X509Certificate[]{certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    SSLContext context() {
        return context;
    }

    /// For all connections under this certificate.
    RecordBuffers buffers() {
        return buffers;
    }
}
