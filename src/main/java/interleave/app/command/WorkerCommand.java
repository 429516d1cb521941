package interleave.app.command;

import interleave.engine.Engine;
import interleave.engine.Installation;
import interleave.engine.Launch;
import interleave.engine.Settings;
import interleave.event.Recording;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.Fingerprint;
import interleave.process.broker.RefusedConnectionException;
import interleave.words.Words;
import interleave.worker.Crew;
import interleave.worker.MachineAddresses;
import interleave.worker.Membership;
import interleave.worker.Refusal;
import interleave.worker.RefusedMessageException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works on this machine for a run on another one, until that is over. */
@Command(name = "worker", mixinStandardHelpOptions = true, sortOptions = false)
public final class WorkerCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");
  private static final String STANDARD_INPUT = "-";
  private static final int MOST_WORKERS = 256;

  /** So often it is said that we are still there. */
  private static final Duration BEAT = Duration.ofSeconds(3);

  /** So long workers may take to notice that the run is over. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Terminal terminal;

  @Option(
      names = "--connect",
      required = true,
      paramLabel = "tls://HOST:PORT",
      descriptionKey = "worker.connect")
  private String connect = "";

  @Option(names = "--fingerprint", paramLabel = "sha256:HEX", descriptionKey = "worker.fingerprint")
  private @Nullable String fingerprint;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "F",
      descriptionKey = "worker.key-file")
  private String keyFile = "";

  @Option(names = "--user", paramLabel = "NAME", descriptionKey = "worker.user")
  private @Nullable String user;

  @Option(names = "--workers", paramLabel = "N", descriptionKey = "worker.workers")
  private int workers = 1;

  @Option(names = "--python", paramLabel = "PATH", descriptionKey = "worker.python")
  private @Nullable Path python;

  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "PATH",
      descriptionKey = "worker.class-path")
  private @Nullable String classPath;

  public WorkerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new UsageException(WORDS.get("worker.usage.workers", MOST_WORKERS));
    }
    BrokerAddress address = address(uri(), pinned());
    if (!address.isTls() && !address.isLoopback()) {
      terminal.say(WORDS.get("worker.plain", address.uri()));
    }
    Path file = Files.createTempFile("interleave-worker-", ".address");
    file.toFile().deleteOnExit(); // where we are ended by force, too
    try {
      address.write(file);
      return work(file, address);
    } catch (RefusedConnectionException e) {
      throw new IOException(Refusal.sentence(e, address), e);
    } catch (RefusedMessageException e) {
      throw new IOException(WORDS.get("worker.unknown", String.valueOf(e.getMessage())), e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private int work(Path file, BrokerAddress address) throws IOException {
    Installation installation = Installation.find();
    try (Membership membership = Membership.join(file, MachineAddresses.hostName(), workers)) {
      List<Launch> launches = new ArrayList<>();
      for (int i = 1; i <= workers; i++) {
        String name = workers == 1 ? "Worker" : "Worker-" + i;
        launches.add(
            membership
                .role()
                .with(classPath())
                .launch(installation, file, Optional.ofNullable(python), name));
      }
      launches.getFirst().caveat().ifPresent(terminal::say);
      Settings settings =
          new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, new PassedOutput(terminal));
      Engine engine = new Engine(installation);
      try (Crew crew = Crew.start(engine, launches, settings, address);
          CrewInterruption interruption = new CrewInterruption(crew)) {
        terminal.say(WORDS.count("worker.joined", workers, address.uri()));
        boolean goesOn = true;
        while (!crew.await(goesOn ? BEAT : GRACE)) {
          if (!goesOn) {
            crew.stop();
          }
          goesOn = membership.beat();
        }
        long unsent = goesOn ? crew.finish() : 0;
        if (unsent > 0) {
          terminal.say(WORDS.get("worker.unsent", unsent));
        }
        terminal.say(WORDS.get(interruption.happened() ? "worker.left" : "worker.over"));
        boolean over = !goesOn; // who came too late for it could not do anything
        return interruption.happened() ? ExitCode.INTERRUPTED : over ? 0 : crew.code();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ExitCode.INTERRUPTED;
      }
    }
  }

  private BrokerAddress address(URI uri, Optional<Fingerprint> pinned) throws IOException {
    String key = key();
    return user == null
        ? new BrokerAddress(uri, key, pinned)
        : new BrokerAddress(uri, user, key, pinned);
  }

  private List<Path> classPath() {
    return classPath == null
        ? List.of()
        : Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
            .filter(each -> !each.isBlank())
            .map(each -> Path.of(each).toAbsolutePath())
            .toList();
  }

  private URI uri() {
    try {
      return BrokerAddress.uri(connect);
    } catch (IllegalArgumentException e) {
      throw new UsageException(WORDS.get("worker.usage.connect", connect));
    }
  }

  private Optional<Fingerprint> pinned() {
    String given = fingerprint;
    if (given == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Fingerprint.parse(given));
    } catch (IllegalArgumentException e) {
      throw new UsageException(WORDS.get("worker.usage.fingerprint", given));
    }
  }

  /** The first line. */
  private String key() throws IOException {
    try (BufferedReader lines =
        keyFile.equals(STANDARD_INPUT)
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : Files.newBufferedReader(Path.of(keyFile))) {
      String line = lines.readLine();
      String key = line == null ? "" : line.strip();
      if (key.isEmpty()) {
        throw new IOException(WORDS.get("worker.no-key", keyFile));
      }
      return key;
    }
  }
}
