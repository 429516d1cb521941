package interleave.process.broker;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A broker of this process' own: a JVM that keeps queues in memory, at a port of this machine that
 * the system chooses, for whoever has the address. It ends with this process, also when that is
 * killed.
 *
 * <p>Any thread may call any method.
 */
public final class Broker implements AutoCloseable {
  /** System property: the folder that has the broker's jars. */
  static final String JARS_PROPERTY = "interleave.broker.jars";

  private static final String JARS = "broker";
  private static final int SECONDS_TO_START = 60;
  private static final int SECONDS_TO_END = 10;
  private static final long INTERVAL_MILLIS = 5;

  private final @Nullable Process process;
  private final Path address;
  private final @Nullable Path left;

  private Broker(@Nullable Process process, Path address, @Nullable Path left) {
    this.process = process;
    this.address = address;
    this.left = left;
  }

  /** Starts one, and waits until it is ready. */
  public static Broker start() {
    try {
      Path address = Files.createTempFile("interleave-broker-", ".address");
      List<String> command =
          new ArrayList<>(command(Path.of(System.getProperty("java.home"), "bin", "java")));
      command.add(address.toString());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      // A service, not what is studied: no tracer in it.
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Recorder recorder = Recorder.current();
      int site = recorder.callerSite();
      long time = System.nanoTime();
      Process process = builder.start();
      recorder
          .log()
          .textAt(EventKind.CHILD_START, Flags.SERVICE, 0, site, process.pid(), time, "broker");
      Broker broker = new Broker(process, address, null);
      try {
        await(process, address);
        broker.endWithThisProcess();
      } catch (IOException e) {
        broker.close();
        throw e;
      }
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException("The broker could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * One that somebody else runs, for queues of this run's own. {@link #close} leaves it alone.
   *
   * @param file with its address: the line {@code tcp://host:port} or {@code tls://host:port}, a
   *     line with the user, one with the key, and by TLS perhaps one with the fingerprint of its
   *     certificate
   */
  public static Broker external(Path file) throws IOException {
    BrokerAddress address = BrokerAddress.read(file);
    Path own = Files.createTempFile("interleave-broker-", ".address");
    BrokerAddress ofRun = address.ofRun("run-" + UUID.randomUUID());
    ofRun.write(own);
    return new Broker(null, own, ofRun.leave());
  }

  private static void await(Process process, Path address) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    try {
      while (Files.size(address) == 0) {
        if (process.waitFor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
          throw new IOException("it ended before it was ready");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What a {@link BrokerClient} connects to, in this process or another of the same user. */
  public Path address() {
    return address;
  }

  /** Lets it keep the queues and pools that this process and its children make from here on. */
  public Broker share() {
    SharedBroker.use(address);
    return this;
  }

  /**
   * The command that runs a broker, but for its last word, the file for its address.
   *
   * @throws IOException when its jars are not there
   */
  public static List<String> command(Path java) throws IOException {
    Path own = place();
    return List.of(
        java.toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dslf4j.internal.verbosity=ERROR",
        "-cp",
        jars(own).resolve("*") + File.pathSeparator + own,
        BrokerHost.class.getName());
  }

  /** The jar or the folder that has our classes. */
  private static Path place() throws IOException {
    try {
      URI place = Broker.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place).toAbsolutePath();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("nobody knows where its classes are", e);
    }
  }

  /** Beside our jar, or beside its folder: in the image the latter, as they are no modules. */
  private static Path jars(Path own) throws IOException {
    String named = System.getProperty(JARS_PROPERTY);
    if (named != null) {
      return Path.of(named);
    }
    Path folder = own.resolveSibling("");
    for (Path place : List.of(folder, folder.resolveSibling(""))) {
      if (Files.isDirectory(place.resolve(JARS))) {
        return place.resolve(JARS);
      }
    }
    throw new IOException("its jars are not in " + folder.resolve(JARS));
  }

  /** Whether workers from elsewhere, whom this process has not started, are there. */
  public boolean hasGuests() {
    String recording = System.getenv(Recorder.FOLDER_VARIABLE);
    return recording != null && Files.exists(Path.of(recording, BrokerAddress.GUESTS));
  }

  /** A process that ends by itself asks its broker to, as by {@link #close}; but does not wait. */
  private void endWithThisProcess() {
    Thread hook =
        new Thread("broker's end") {
          @Override
          public void run() {
            try {
              hangUp(true);
            } catch (IOException e) {
              // it has ended, or will now
            }
          }
        };
    Recorder.current().service(hook);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the end has begun already
    }
  }

  private void hangUp(boolean asked) throws IOException {
    if (process != null) {
      try (OutputStream input =
          process.getOutputStream()) { // it ends when there is no more to read
        if (asked) {
          input.write('\n');
        }
      }
    }
  }

  /**
   * Ends it, with whatever is in its queues, where it is this process' own. Where workers from
   * elsewhere are there it stays for some moments, until they have handed over what they recorded.
   */
  @Override
  public void close() {
    end(true);
  }

  /** Ends it as {@link #close} does, but at once, as a power cut would. */
  public void breakOff() {
    end(false);
  }

  private void end(boolean asked) {
    try {
      if (process != null) {
        end(process, asked);
      }
      Files.deleteIfExists(address);
      if (left != null) {
        Files.deleteIfExists(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(Process process, boolean asked) {
    try {
      hangUp(asked);
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
