import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

/**
 * A TLS client as a Java server has it: key managers from a keystore, trust in the given certificates alone.
 * Reads one call a line (base64 fields: url, key manager, trusted PEMs, keystore type, password, keystore), each field
 * separated by a tab, and prints one JSON object a line.
 */
public final class MtlsClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  public static void main(String[] args) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      System.out.println(call(line.split("\t", -1)));
    }
  }

  private static String call(String[] fields) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(fields), trustOnly(bytes(fields[2])).getTrustManagers(), null);
      HttpClient client = HttpClient.newBuilder()
          .sslContext(context)
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TIMEOUT)
          .build();
      HttpRequest request = HttpRequest.newBuilder(URI.create(text(fields[0]))).timeout(TIMEOUT).build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      SSLSession session = response.sslSession().orElseThrow();
      int status = response.statusCode();
      return result(status >= 200 && status < 300, status, response.body(), null, session.getProtocol(), session.getCipherSuite());
    } catch (Exception failure) {
      return result(false, null, "", reasons(failure), null, null);
    }
  }

  private static KeyManager[] keyManagers(String[] fields) throws Exception {
    String type = text(fields[3]);
    if (type.isEmpty()) return new KeyManager[0];
    char[] password = text(fields[4]).toCharArray();
    KeyStore store = KeyStore.getInstance(type);
    store.load(new ByteArrayInputStream(bytes(fields[5])), password);
    KeyManagerFactory factory = KeyManagerFactory.getInstance(text(fields[1]));
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static TrustManagerFactory trustOnly(byte[] pems) throws Exception {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    for (Certificate anchor : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pems))) {
      anchors.setCertificateEntry("anchor-" + anchors.size(), anchor);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    return factory;
  }

  /** Every cause, the outermost first: what matters stands in the innermost. */
  private static String reasons(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (text.length() > 0) text.append("; ");
      text.append(cause.getClass().getSimpleName()).append(": ").append(cause.getMessage());
    }
    return text.toString();
  }

  private static String result(boolean ok, Integer status, String body, String error, String protocol, String cipher) {
    return "{\"ok\":" + ok + ",\"status\":" + status + ",\"body\":" + json(body) + ",\"error\":" + json(error)
        + ",\"protocol\":" + json(protocol) + ",\"cipher\":" + json(cipher) + "}";
  }

  /** A JSON string in ASCII, so that the encoding of the terminal does not matter. */
  private static String json(String text) {
    if (text == null) return "null";
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < 0x20 || c > 0x7e) quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  private static byte[] bytes(String field) {
    return Base64.getDecoder().decode(field);
  }

  private static String text(String field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }
}
