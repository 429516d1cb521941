package interleave.process.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import interleave.process.broker.Broker;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.Delivery;
import interleave.process.broker.Fingerprint;
import interleave.process.broker.RefusedConnectionException;
import interleave.process.broker.StompParser;
import interleave.process.door.Stranger.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A door to a real broker: who comes in, who does not, and that nobody harms those inside. */
class DoorTest {
  private static Broker broker;

  @TempDir private Path folder;
  private final BlockingQueue<Stranger> strangers = new LinkedBlockingQueue<>();
  private Door door;

  @BeforeAll
  static void start() {
    broker = Broker.start();
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @BeforeEach
  void open() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    door = Door.open(BrokerAddress.read(broker.address()), anyPort, strangers::add);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void whoHasTheKeyAndTheFingerprintComesInAndTakesAndPuts() throws Exception {
    try (BrokerClient inside = BrokerClient.connect(broker.address());
        BrokerClient outside = come(door.address())) {
      String large = "x".repeat(StompParser.LARGEST_BODY);
      inside.queue("a").put(large);
      Delivery there = outside.queue("a").take();
      outside.begin().acknowledge(there).put(outside.queue("b"), 7, there.text()).commit();
      Delivery back = inside.queue("b").take();
      assertThat(back.number()).isEqualTo(7);
      assertThat(back.text()).isEqualTo(large);
      assertThat(inside.begin().acknowledge(back).commit()).isTrue();
      assertThat(strangers).isEmpty();
    }
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    BrokerAddress address = door.address();
    refused(new BrokerAddress(address.uri(), "a guess", address.fingerprint()), "KEY");
    sentAway(Reason.KEY);
  }

  @Test
  void whoseCertificateIsAnotherOneIsNotTalkedToAndBothAreSaid() throws Exception {
    BrokerAddress address = door.address();
    Fingerprint other = new Fingerprint("0".repeat(64));
    RefusedConnectionException refused =
        refused(new BrokerAddress(address.uri(), address.key(), Optional.of(other)), "FINGERPRINT");
    String real = address.fingerprint().orElseThrow().toString();
    assertThat(refused).hasMessageContaining(other.toString()).hasMessageContaining(real);
    assertThat(refused.detail()).isEqualTo(real);
    assertThat(strangers.take().reason()).isIn(Reason.CERTIFICATE, Reason.LEFT);
  }

  @Test
  void whoDoesNotSpeakTlsIsRefusedAndToldSo() throws Exception {
    String plain = door.address().uri().toString().replace("tls:", "tcp:");
    refused(
        new BrokerAddress(BrokerAddress.uri(plain), door.address().key(), Optional.empty()), "TLS");
    sentAway(Reason.PLAIN);
  }

  @Test
  void whereNobodySpeaksTlsItIsSaidAndNoKeyIsTold() throws Exception {
    BrokerAddress inside = BrokerAddress.read(broker.address());
    String secure = inside.uri().toString().replace("tcp:", "tls:");
    refused(
        new BrokerAddress(BrokerAddress.uri(secure), inside.key(), door.address().fingerprint()),
        "NO_TLS");
  }

  @Test
  void whoClosesTheConnectionWithoutAWordIsNotSaidToSpeakSomethingElse() throws Exception {
    try (ServerSocket leaving = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(
          () -> {
            try (Socket come = leaving.accept()) {
              come.getInputStream().read(new byte[16_384]);
            } catch (IOException e) {
              // then it is closed all the more
            }
          });
      String uri = "tls://127.0.0.1:" + leaving.getLocalPort();
      BrokerAddress address = door.address();
      refused(
          new BrokerAddress(BrokerAddress.uri(uri), address.key(), address.fingerprint()),
          "CLOSED");
    }
  }

  @Test
  void whoCutsTheConnectionOffIsSaidToCloseIt() throws Exception {
    try (ServerSocket cutting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(
          () -> {
            try (Socket come = cutting.accept()) {
              come.getInputStream().read();
              come.setSoLinger(true, 0); // as where what was sent is left unread
            } catch (IOException e) {
              // then it is closed all the more
            }
          });
      URI uri = URI.create("tcp://127.0.0.1:" + cutting.getLocalPort());
      refused(new BrokerAddress(uri, "key", Optional.empty()), "CLOSED");
    }
  }

  @Test
  void whereNobodyListensItIsSaid() throws Exception {
    // A port of a door that was closed may be open for a moment in a process that just begins.
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      BrokerAddress address = door.address();
      String nobody = address.uri().toString().replaceFirst(":\\d+$", ":" + taken.getLocalPort());
      refused(
          new BrokerAddress(URI.create(nobody), address.key(), address.fingerprint()), "NOBODY");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "434f4e4e4543540a0a00, KEY", // CONNECT, and no key
    "474554202f20485454502f312e310d0a0d0a00, MALFORMED", // GET / HTTP/1.1
    "53454e440a64657374696e6174696f6e3a2f71756575652f780a0a7800, TOO_LARGE", // SEND at once
    "434f4e4e4543540a00, MALFORMED", // ends in its head
    "00, MALFORMED"
  })
  void whoSaysSomethingElseByTlsIsSentAway(String hex, Reason reason) throws Exception {
    try (Socket socket = trusting()) {
      socket.getOutputStream().write(HexFormat.of().parseHex(hex));
      sentAway(reason);
      assertThat(everythingThatComes(socket)).doesNotContain("CONNECTED");
    }
  }

  @Test
  void aHeadWithoutEndIsRefusedBeforeItTakesRoom() throws Exception {
    try (Socket socket = trusting()) {
      socket.getOutputStream().write("CONNECT\n".getBytes(StandardCharsets.UTF_8));
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  socket.getOutputStream().write(new byte[1024]);
                }
              });
      assertThat(strangers.take().reason()).isIn(Reason.MALFORMED, Reason.TOO_LARGE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEND;destination:/queue/x;content-length:1048577;;                 | TOO_LARGE",
        "SEND;destination:/queue/x;content-length:-1;;                      | MALFORMED",
        "SEND;destination:/topic/x;;                                        | FORBIDDEN",
        "SEND;destination:/queue/x;transformation:jms-object-xml;;          | FORBIDDEN",
        "SUBSCRIBE;id:1;destination:/queue/x;selector:1 = 1;;               | FORBIDDEN",
        "CONNECT;login:interleave;;                                         | MALFORMED",
        "EXECUTE;;                                                          | MALFORMED",
        "no frame at all;;                                                  | MALFORMED",
      })
  void whoIsInAndSendsWhatIsNotTakenIsSentAwayAndNobodyElseNotices(String said, Reason reason)
      throws Exception {
    try (BrokerClient client = come(door.address());
        Socket socket = trusting()) {
      String hello = "CONNECT;accept-version:1.2;host:/;login:interleave;passcode:";
      String frames = hello + door.address().key() + ";;\0" + said.strip() + "\0";
      socket.getOutputStream().write(frames.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
      sentAway(reason);
      client.queue("still there").put("yes");
      Delivery delivery = client.queue("still there").take();
      assertThat(delivery.text()).isEqualTo("yes");
      assertThat(client.begin().acknowledge(delivery).commit()).isTrue();
    }
  }

  @Test
  void ofManyWhoSayNothingNoMoreThanSomeAreKeptAndTheOthersAreNot() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i <= Door.MOST_ARRIVING; i++) {
        silent.add(new Socket(door.address().host(), door.address().port()));
      }
      sentAway(Reason.CROWD);
      assertThat(silent.getLast().getInputStream().read()).isEqualTo(-1);
    } finally {
      for (Socket each : silent) {
        each.close();
      }
    }
    for (int i = 0; i < Door.MOST_ARRIVING; i++) {
      sentAway(Reason.LEFT);
    }
    come(door.address()).close();
  }

  @Test
  void whoSaysALittleNowAndThenIsSentAwayWhenItsTimeIsOver() throws Exception {
    door.close();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    BrokerAddress inside = BrokerAddress.read(broker.address());
    door = Door.open(inside, anyPort, strangers::add, Duration.ofMillis(400));
    try (Socket socket = trusting()) {
      while (strangers.isEmpty()) {
        socket.getOutputStream().write('\n');
      }
    } catch (IOException e) {
      // it was cut off while it wrote
    }
    sentAway(Reason.SILENT);
  }

  @Test
  void whenTheDoorIsClosedWhoeverIsInIsToldAndTheBrokerGoesOn() throws Exception {
    try (BrokerClient outside = come(door.address());
        BrokerClient inside = BrokerClient.connect(broker.address())) {
      assertThat(door.guests()).isEqualTo(1);
      door.close();
      assertThatExceptionOfType(BrokerGoneException.class)
          .isThrownBy(() -> outside.queue("q").put("too late"));
      inside.queue("q").put("in time");
      assertThat(inside.queue("q").take().text()).isEqualTo("in time");
    }
  }

  private BrokerClient come(BrokerAddress address) throws IOException {
    Path file = folder.resolve("address");
    address.write(file);
    return BrokerClient.connect(file);
  }

  private RefusedConnectionException refused(BrokerAddress address, String reason) {
    RefusedConnectionException[] caught = new RefusedConnectionException[1];
    assertThatExceptionOfType(RefusedConnectionException.class)
        .isThrownBy(() -> come(address))
        .satisfies(
            refused -> {
              assertThat(refused.reason())
                  .isEqualTo(RefusedConnectionException.Reason.valueOf(reason));
              caught[0] = refused;
            });
    return caught[0];
  }

  private void sentAway(Reason reason) throws InterruptedException {
    String here = InetAddress.getLoopbackAddress().getHostAddress();
    assertThat(strangers.take()).isEqualTo(new Stranger(here, reason));
  }

  /** A connection by TLS of somebody who does not care whose certificate it is. */
  private Socket trusting() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    X509TrustManager anybody =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    context.init(null, new TrustManager[] {anybody}, null);
    return context.getSocketFactory().createSocket(door.address().host(), door.address().port());
  }

  private static String everythingThatComes(Socket socket) {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // it was cut
    }
  }
}
