package interleave.process.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A broker as others run it: at a port of its own, with its queues in files, which outlive it. */
final class ExternalBroker implements AutoCloseable {
  /** What it is; the test says so and is skipped where that is not here. */
  enum Kind {
    /** From Maven's jars: the embedded broker's, and two more for its files. */
    CLASSIC,
    /** From Maven's jars, which {@code artemis-pom.xml} says how to bring here. */
    ARTEMIS,
    /** Debian's, with its plug-in for STOMP. */
    RABBITMQ
  }

  private static final Path JARS = Path.of(System.getProperty("interleave.brokers", "target"));
  private static final Path RABBITMQ = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
  private static final String USER = "me";
  private static final String KEY = "a secret: yes";
  private static final long STARTING = TimeUnit.SECONDS.toNanos(120);

  private final Kind kind;
  private final Path folder;
  private final BrokerAddress address;
  private final ProcessBuilder builder;
  private @Nullable Process process;

  private ExternalBroker(Kind kind, Path folder) throws Exception {
    this.kind = kind;
    this.folder = folder;
    int port = port();
    address =
        new BrokerAddress(
            URI.create("tcp://" + BrokerAddress.HOST + ":" + port), USER, KEY, Optional.empty());
    address.write(address());
    builder =
        switch (kind) {
          case CLASSIC -> java("ClassicHost", port, "broker", "broker-files");
          case ARTEMIS -> java("ArtemisHost", port, "artemis");
          case RABBITMQ -> rabbitMq(port);
        };
  }

  static ExternalBroker start(Kind kind, Path folder) throws Exception {
    ExternalBroker broker = new ExternalBroker(kind, folder);
    try {
      broker.begin();
      return broker;
    } catch (Throwable e) {
      broker.close();
      throw e;
    }
  }

  Path address() {
    return folder.resolve("address");
  }

  private static int port() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 0, InetAddress.getByName(BrokerAddress.HOST))) {
      return any.getLocalPort();
    }
  }

  private ProcessBuilder java(String host, int port, String... jars) throws Exception {
    for (String each : jars) {
      assumeTrue(
          Files.isDirectory(JARS.resolve(each)),
          kind + " is not tried: its jars are not in " + JARS.resolve(each).toAbsolutePath());
    }
    List<String> places =
        List.of(jars).stream().map(each -> JARS.resolve(each).resolve("*").toString()).toList();
    URI source = ExternalBroker.class.getResource("/interleave/broker/" + host + ".java").toURI();
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        String.join(File.pathSeparator, places),
        Path.of(source).toString(),
        Integer.toString(port),
        folder.resolve("data").toString(),
        USER,
        KEY);
  }

  private ProcessBuilder rabbitMq(int port) throws IOException {
    assumeTrue(
        Files.isExecutable(RABBITMQ), "RabbitMQ is not tried: rabbitmq-server is not installed.");
    Path settings =
        Files.writeString(
            folder.resolve("rabbitmq.conf"),
            "listeners.tcp = none\nstomp.listeners.tcp.1 = %s:%d\n"
                    .formatted(BrokerAddress.HOST, port)
                + "default_user = %s\ndefault_pass = %s\n".formatted(USER, KEY));
    Path plugIns = Files.writeString(folder.resolve("plugins"), "[rabbitmq_stomp].");
    ProcessBuilder rabbit = new ProcessBuilder(RABBITMQ.toString());
    rabbit
        .environment()
        .putAll(
            Map.of(
                "HOME", folder.toString(),
                "RABBITMQ_NODENAME", "interleave-" + port + "@localhost",
                "RABBITMQ_CONFIG_FILE", settings.toString(),
                "RABBITMQ_ENABLED_PLUGINS_FILE", plugIns.toString(),
                "RABBITMQ_MNESIA_BASE", folder.resolve("data").toString(),
                "RABBITMQ_LOGS", "-",
                "RABBITMQ_DIST_PORT", Integer.toString(port()),
                "ERL_EPMD_PORT", Integer.toString(port())));
    return rabbit;
  }

  /** Starts it, and waits until it lets in. */
  private void begin() throws Exception {
    File log = folder.resolve("log").toFile();
    Process begun =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    process = begun; // which is ended, also where it lets nobody in
    long end = System.nanoTime() + STARTING;
    while (!letsIn()) {
      boolean over = begun.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end;
      assertThat(over).as(() -> "it did not start: " + read(log.toPath())).isFalse();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private boolean letsIn() {
    try (StompConnection trial = StompConnection.open(address)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Kills it, in the middle of whatever it does; RabbitMQ, which may lose then, is asked to end.
   */
  void restart() throws Exception {
    end();
    begin();
  }

  private void end() throws Exception {
    if (process == null) {
      return;
    }
    List<ProcessHandle> all = process.descendants().toList();
    if (kind == Kind.RABBITMQ) {
      all.stream().filter(ExternalBroker::isErlang).forEach(ProcessHandle::destroy);
      process.waitFor();
    } else {
      process.destroyForcibly().waitFor();
    }
    for (ProcessHandle each : all) {
      each.onExit().get();
    }
  }

  private static boolean isErlang(ProcessHandle each) {
    return each.info().command().orElse("").contains("beam");
  }

  /** Ends it and what it has started. */
  @Override
  public void close() throws Exception {
    end();
    if (kind == Kind.RABBITMQ) {
      ProcessBuilder names = new ProcessBuilder("epmd", "-kill");
      names.environment().put("ERL_EPMD_PORT", builder.environment().get("ERL_EPMD_PORT"));
      names
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }
}
