package interleave.process.broker;

import interleave.event.OwnerOnly;
import interleave.event.Recorder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker listens, and what lets one in: lines of a file that only its owner may read. Not a
 * word of a command line, which everybody on the machine can see.
 *
 * @param uri {@code tcp://host:port} or {@code tls://host:port}
 * @param user as whom to come
 * @param key what lets in; of an embedded broker random, of one run
 * @param fingerprint by TLS: whose certificate it must be, whatever its name; where it is empty,
 *     somebody whom this Java trusts must vouch for the name
 */
public record BrokerAddress(URI uri, String user, String key, Optional<Fingerprint> fingerprint) {
  /** A run's embedded broker leaves its address by this name in the recording's folder, too. */
  public static final String FILE = "broker.address";

  /** A file beside that, while workers from elsewhere are with the run. */
  public static final String GUESTS = "broker.guests";

  static final String HOST = "127.0.0.1";
  static final String USER = "interleave";

  private static final String TCP = "tcp";
  private static final String TLS = "tls";
  private static final int LARGEST_PORT = 65_535;

  public BrokerAddress {
    check(uri);
    if ((user + key).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A user and a key are one line each.");
    }
  }

  /** That of an embedded broker, whose user is always the same. */
  public BrokerAddress(URI uri, String key, Optional<Fingerprint> fingerprint) {
    this(uri, USER, key, fingerprint);
  }

  /** That of a broker of this machine. */
  static BrokerAddress local(int port, String key) {
    return new BrokerAddress(URI.create(TCP + "://" + HOST + ":" + port), key, Optional.empty());
  }

  /**
   * The address {@code tcp://host:port} or {@code tls://host:port}.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static URI uri(String text) {
    try {
      return check(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw notOne(text);
    }
  }

  private static URI check(URI uri) {
    boolean known = TCP.equals(uri.getScheme()) || TLS.equals(uri.getScheme());
    boolean plain = uri.getUserInfo() == null && uri.getQuery() == null;
    boolean somewhere = uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= LARGEST_PORT;
    if (!known || !plain || !somewhere) {
      throw notOne(uri.toString());
    }
    return uri;
  }

  private static IllegalArgumentException notOne(String text) {
    return new IllegalArgumentException(
        "“" + text + "” is not tcp://host:port, nor tls://host:port.");
  }

  /** Reads what {@link #write} wrote. */
  public static BrokerAddress read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    try {
      return new BrokerAddress(
          uri(lines.get(0)),
          lines.get(1),
          lines.get(2),
          lines.stream().skip(3).findFirst().map(Fingerprint::parse));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is not the address of a broker.", e);
    }
  }

  /** Writes it, whole or not at all, so that its owner alone may read it. */
  public void write(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path written = OwnerOnly.newFile(folder, "interleave", "");
    Files.writeString(written, text(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE); // else it would be gone for a moment
  }

  /**
   * Leaves it in the recording that this process writes, so that whoever looks at the run finds the
   * broker. Of several it finds the first.
   *
   * @return null where there is no recording, or another broker's address in it
   */
  @Nullable Path leave() throws IOException {
    String recording = System.getenv(Recorder.FOLDER_VARIABLE);
    Path folder = recording == null || recording.isEmpty() ? null : Path.of(recording);
    Path place = folder == null ? null : folder.resolve(FILE);
    if (folder == null || place == null || !Files.isDirectory(folder) || Files.exists(place)) {
      return null;
    }
    write(place);
    return place;
  }

  String text() {
    String pinned = fingerprint.map(each -> each + "\n").orElse("");
    return uri + "\n" + user + "\n" + key + "\n" + pinned;
  }

  /**
   * What the names of a run's queues begin with, where others use the broker, too: the fragment of
   * the URI. Empty where the broker is the run's own.
   */
  String run() {
    String fragment = uri.getFragment();
    return fragment == null ? "" : fragment;
  }

  /** Whether it is the broker of one run alone, which the run has started. */
  public boolean isOfRun() {
    return run().isEmpty();
  }

  /** The same broker, for one run of those that use it. */
  BrokerAddress ofRun(String run) {
    return new BrokerAddress(URI.create(uri + "#" + run), user, key, fingerprint);
  }

  public boolean isTls() {
    return TLS.equals(uri.getScheme());
  }

  /** Whether it comes as everybody who comes to an embedded broker. */
  public boolean isOurUser() {
    return user.equals(USER);
  }

  /** Whether nobody else sees what goes there. */
  public boolean isLoopback() {
    return host().equals("localhost") || host().equals("::1") || host().matches("127(\\.\\d+){3}");
  }

  /** A name or a number. */
  public String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The same, by another name or number of its host. */
  public BrokerAddress at(String host) {
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    URI there = URI.create(uri.getScheme() + "://" + name + ":" + uri.getPort());
    return new BrokerAddress(there, user, key, fingerprint);
  }

  public int port() {
    return uri.getPort();
  }

  /** What the broker calls the whole of its queues, where it has several; all of ours have one. */
  String virtualHost() {
    String path = uri.getPath();
    return path == null || path.length() <= 1 ? "/" : path.substring(1);
  }

  /**
   * By what all processes know a queue of this broker, in Java and in Python: the same on all
   * hosts, whatever the broker's address there.
   */
  public long keyOf(String queue) {
    return sum(key) << Integer.SIZE | sum(queue);
  }

  /** By what processes of a run find out whether they mean the same broker; no secret. */
  public long check() {
    return sum(run().isEmpty() ? key : run());
  }

  private static long sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /** Not the key. */
  @Override
  public String toString() {
    return user + " at " + uri;
  }
}
