package interleave.bench;

import interleave.event.Recording;
import interleave.process.ProcessPool;
import interleave.process.Result;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.Relay;
import interleave.remote.RecordingReceiver;
import interleave.remote.RecordingShipper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What it costs that a broker stands between processes: how many small tasks a second go through
 * it, in ratios to those without one; the memory of a worker; what recording a worker adds to the
 * network; the bytes that the application image grows by.
 */
public final class BrokerReport {
  private static final long CAP = 1L << 30;
  private static final int ROUNDS = 3;
  private static final int TASKS = 1_500;

  private BrokerReport() {}

  public static void main(String[] arguments) throws Exception {
    Limits limits = new Limits(System.out);
    print(limits);
    System.exit(limits.kept() ? 0 : 1);
  }

  static void print(Limits limits) throws IOException, InterruptedException {
    System.out.printf("%nProcesses with a broker between them%n%n");
    try (Broker broker = Broker.start()) {
      rates(broker, limits);
      memory(broker, limits);
      network(broker, limits);
    }
    limits.line("MB that the image grows by", size() / 1e6, 25);
  }

  static int square(int number) {
    return number * number;
  }

  static long resident() throws IOException {
    return kilobytes(ProcessHandle.current().pid());
  }

  private static long kilobytes(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  /** In turns, so that what else the machine does meets both; the quickest of each counts. */
  private static void rates(Broker broker, Limits limits) throws InterruptedException {
    List<Integer> workers = List.of(1, 2, 4, 8);
    double[][] best = new double[workers.size()][4];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < workers.size(); i++) {
        int n = workers.get(i);
        best[i][0] = Math.max(best[i][0], TaskRate.here(n, TASKS));
        best[i][1] = Math.max(best[i][1], TaskRate.at(broker, n, TASKS));
        best[i][2] = Math.max(best[i][2], pool(new ProcessPool(n)));
        best[i][3] = Math.max(best[i][3], pool(new ProcessPool(broker.address(), n, "pool")));
      }
    }
    limits.title();
    for (int i = 0; i < workers.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "%d workers, tasks a second: queues here %,.0f, at the broker %,.0f;"
              + " pool here %,.0f, at the broker %,.0f%n",
          workers.get(i),
          best[i][0],
          best[i][1],
          best[i][2],
          best[i][3]);
      String with = workers.get(i) + " workers: ";
      limits.line(with + "queues here / at the broker", best[i][0] / best[i][1], 6);
      limits.line(with + "pool here / at the broker", best[i][2] / best[i][3], 12);
    }
  }

  private static double pool(ProcessPool pool) throws InterruptedException {
    try {
      run(pool, 300);
      long begin = System.nanoTime();
      run(pool, TASKS);
      return TASKS / ((System.nanoTime() - begin) / 1e9);
    } finally {
      pool.close();
      pool.join();
    }
  }

  private static void run(ProcessPool pool, int tasks) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      results.add(pool.apply(BrokerReport.class, "square", i));
    }
    for (int i = 0; i < tasks; i++) {
      if (results.get(i).get(Integer.class) != i * i) {
        throw new IllegalStateException("A result is another task's.");
      }
    }
  }

  private static void memory(Broker broker, Limits limits)
      throws IOException, InterruptedException {
    double here = resident(new ProcessPool(1));
    double there = resident(new ProcessPool(broker.address(), 1, "pool"));
    System.out.printf(
        Locale.ROOT, "MB of a worker: Java %.0f, by a broker %.0f", here / 1e3, there / 1e3);
    double python = PythonReport.resident(broker.address());
    System.out.println(
        python > 0 ? String.format(Locale.ROOT, ", in Python %.0f", python / 1e3) : "");
    limits.line("memory of a worker: by a broker / by its pool", there / here, 1.5);
  }

  private static double resident(ProcessPool pool) throws InterruptedException {
    run(pool, TASKS);
    double resident = pool.apply(BrokerReport.class, "resident").get(Long.class);
    pool.close();
    pool.join();
    return resident;
  }

  /** Counts what passes. */
  private static final class Meter extends Relay {
    final AtomicLong bytes = new AtomicLong();

    Meter(Path broker) throws IOException {
      super(broker);
    }

    @Override
    protected boolean passes(boolean toBroker, byte[] piece, int count) {
      bytes.addAndGet(count);
      return true;
    }
  }

  /**
   * A traced worker on what might be another machine, and its recording on the way to the run's.
   */
  private static void network(Broker broker, Limits limits)
      throws IOException, InterruptedException {
    Recording here = Recording.create(CAP);
    Recording there = Recording.create(CAP);
    BrokerAddress.read(broker.address()).write(here.folder().resolve(BrokerAddress.FILE));
    try (Meter tasks = new Meter(broker.address());
        Meter records = new Meter(broker.address());
        RecordingReceiver _ = RecordingReceiver.start(here);
        RecordingShipper shipper =
            RecordingShipper.start(there, BrokerAddress.read(records.address()))) {
      Process lender = lender(there, tasks.address());
      ProcessPool pool = new ProcessPool(broker.address(), 0, "pool");
      run(pool, TASKS);
      long began = tasks.bytes.get();
      long recorded = records.bytes.get();
      run(pool, TASKS);
      long own = tasks.bytes.get() - began;
      shipper.finish(Duration.ofSeconds(5));
      long added = records.bytes.get() - recorded;
      pool.close();
      pool.join();
      lender.destroy();
      lender.waitFor();
      System.out.printf(
          Locale.ROOT,
          "Bytes on the network a task: %d its own, %d of its recording%n",
          own / TASKS,
          added / TASKS);
      limits.line("recording a worker: its bytes / the tasks'", (double) added / own, 1);
    } finally {
      here.delete();
      there.delete();
    }
  }

  private static Process lender(Recording recording, Path address) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "interleave.process.Lender",
            address.toString(),
            "1");
    Map<String, String> environment = builder.environment();
    environment.putAll(recording.environment());
    environment.put("JAVA_TOOL_OPTIONS", "-javaagent:" + System.getProperty("interleave.agent"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The broker's jars; what else there is of it are classes of ours. */
  private static double size() throws IOException {
    List<String> command = Broker.command(Path.of("java"));
    String jars = command.get(command.indexOf("-cp") + 1).split(File.pathSeparator)[0];
    double size = 0;
    try (Stream<Path> files = Files.list(Path.of(jars).getParent())) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
