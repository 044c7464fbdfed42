import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * What Java finds in keystores, many in one start of the JVM. Reads a line for each from standard input (type, file, store password,
 * further key passwords; tabs between, passwords as base64 of UTF-8) and writes a line of JSON for each.
 */
public class KeystoreOracle {
    public static void main(String[] args) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.append(describe(line.split("\t", -1))).append('\n');
        }
        System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static String describe(String[] request) {
        List<char[]> passwords = new ArrayList<>();
        for (int i = 2; i < request.length; i++) {
            passwords.add(new String(Base64.getDecoder().decode(request[i]), StandardCharsets.UTF_8).toCharArray());
        }
        try (InputStream in = new FileInputStream(request[1])) {
            KeyStore store = KeyStore.getInstance(request[0]);
            store.load(in, passwords.get(0));
            return "{" + entries(store, passwords)
                + ",\"sunX509\":" + offered("SunX509", store, passwords.get(0))
                + ",\"newSunX509\":" + offered("NewSunX509", store, passwords.get(0)) + "}";
        } catch (Exception e) {
            return "{\"error\":" + text(String.valueOf(e.getMessage())) + "}";
        }
    }

    private static String entries(KeyStore store, List<char[]> passwords) throws Exception {
        List<String> found = new ArrayList<>();
        List<String> aliases = Collections.list(store.aliases());
        Collections.sort(aliases);
        for (String alias : aliases) {
            String head = "{\"alias\":" + text(alias);
            if (store.isCertificateEntry(alias)) {
                found.add(head + ",\"kind\":\"trusted-certificate\",\"chain\":[" + sha256(store.getCertificate(alias).getEncoded()) + "]}");
            } else if (store.isKeyEntry(alias)) {
                found.add(head + ",\"kind\":\"private-key\"" + key(store, alias, passwords) + "}");
            } else {
                found.add(head + ",\"kind\":\"unreachable\"}");
            }
        }
        return "\"entries\":[" + String.join(",", found) + "]";
    }

    private static String key(KeyStore store, String alias, List<char[]> passwords) throws Exception {
        List<String> chain = new ArrayList<>();
        Certificate[] certificates = store.getCertificateChain(alias);
        for (Certificate certificate : certificates == null ? new Certificate[0] : certificates) {
            chain.add(sha256(certificate.getEncoded()));
        }
        String opened = "";
        for (int i = 0; i < passwords.size() && opened.isEmpty(); i++) {
            try {
                Key key = store.getKey(alias, passwords.get(i));
                opened = ",\"pkcs8\":" + sha256(key.getEncoded()) + ",\"passwordNumber\":" + i;
                if (certificates != null) {
                    opened += ",\"signs\":" + signs((PrivateKey) key, certificates[0].getPublicKey());
                }
            } catch (java.security.GeneralSecurityException e) {
                // Another password may fit.
            }
        }
        return ",\"chain\":[" + String.join(",", chain) + "]" + opened;
    }

    /** Whether what the key signs is verified by the public key of its certificate. */
    private static boolean signs(PrivateKey key, PublicKey publicKey) throws Exception {
        String algorithm = key.getAlgorithm();
        String name = algorithm.equals("RSA") ? "SHA256withRSA"
            : algorithm.equals("EC") ? "SHA256withECDSA"
            : algorithm.equals("DSA") ? "SHA256withDSA" : algorithm;
        byte[] message = "acme".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance(name);
        signature.initSign(key);
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(message);
        return signature.verify(signed);
    }

    /** The keys that a TLS client of Java would offer, as SHA-256 of their leaves; or why there are none. */
    private static String offered(String algorithm, KeyStore store, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(algorithm);
            factory.init(store, password);
            X509KeyManager manager = (X509KeyManager) factory.getKeyManagers()[0];
            Set<String> leaves = new TreeSet<>();
            for (String type : List.of("RSA", "EC", "EdDSA", "DSA")) {
                String[] aliases = manager.getClientAliases(type, null);
                for (String alias : aliases == null ? new String[0] : aliases) {
                    X509Certificate[] chain = manager.getCertificateChain(alias);
                    if (manager.getPrivateKey(alias) != null) {
                        leaves.add(sha256(chain[0].getEncoded()));
                    }
                }
            }
            return "[" + String.join(",", leaves) + "]";
        } catch (Exception e) {
            return text(String.valueOf(e.getMessage()));
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return "\"" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)) + "\"";
    }

    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (char unit : value.toCharArray()) {
            boolean plain = unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\';
            json.append(plain ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
        }
        return json.append('"').toString();
    }
}
