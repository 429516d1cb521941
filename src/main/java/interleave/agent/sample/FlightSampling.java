package interleave.agent.sample;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Notes;
import interleave.event.Lifeline;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/**
 * A flight recording of nothing but the stacks of threads that run, in a folder {@code
 * flight-PID-TIME} of the run:
 *
 * <pre>
 *   place            pid of the parent, wall clock, the clock of all events, in ns
 *   end.jfr          what the JVM leaves when it ends in order
 *   …/….jfr          what it has written by then, where it is killed
 * </pre>
 *
 * <p>The JVM keeps flight recordings in the folder for temporary files, and leaves them there when
 * it is killed: so it is told to keep them here, unless the program has told it something else. It
 * begins beside the program, which therefore does not start later; what it does in the first tenths
 * of a second is not seen.
 */
public final class FlightSampling extends Thread {
  /** Environment variable that asks for samples: how long between two of them, in ns. */
  public static final String VARIABLE = "INTERLEAVE_SAMPLES";

  private static final long SECOND = 1_000_000_000;

  private final Duration interval;
  private final Instrumentation instrumentation;

  private FlightSampling(Duration interval, Instrumentation instrumentation) {
    super(Lifeline.group(), null, "Interleave samples", 512 << 10, false);
    this.interval = interval;
    this.instrumentation = instrumentation;
    setDaemon(true);
  }

  /** Begins it; says why not where it cannot. */
  public static void begin(String intervalNs, Instrumentation instrumentation) {
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      Notes.say("Where time goes is not sampled: this program's modules have no jdk.jfr.");
      return;
    }
    Duration interval = Duration.ofNanos(Long.parseLong(intervalNs));
    FlightSampling sampling = new FlightSampling(interval, instrumentation);
    Lane.RECORDER.service(sampling);
    sampling.start();
  }

  @Override
  public void run() {
    try {
      long pid = Lane.RECORDER.processId();
      String name = "flight-" + pid + "-" + Long.toHexString(System.nanoTime());
      Path folder = Files.createDirectory(Lane.RECORDER.folder().resolve(name));
      keepIn(folder);
      Recording recording = new Recording(); // closed by the JVM at its end
      recording.setName("Interleave");
      recording.enable("jdk.ExecutionSample").withPeriod(interval);
      recording.setDestination(folder.resolve("end.jfr"));
      recording.setDumpOnExit(true);
      recording.start();
      Files.writeString(folder.resolve("place"), place());
    } catch (Throwable e) {
      // Whatever is wrong with it, the program runs.
      Notes.say("Where time goes is not sampled: ".concat(String.valueOf(e)));
    }
  }

  private static String place() {
    long before = System.nanoTime();
    Instant wall = Instant.now();
    long nanos = before + (System.nanoTime() - before) / 2;
    long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    return parent + " " + (wall.getEpochSecond() * SECOND + wall.getNano()) + " " + nanos + "\n";
  }

  /** What JFR has no setting for while it runs; without it, it keeps to its usual folder. */
  private void keepIn(Path folder) {
    try {
      Class<?> type = Class.forName("jdk.jfr.internal.Repository");
      Module ours = FlightSampling.class.getModule();
      Map<String, Set<Module>> opened = Map.of(type.getPackageName(), Set.of(ours));
      instrumentation.redefineModule(
          type.getModule(), Set.of(), opened, Map.of(), Set.of(), Map.of());
      Object repository = type.getMethod("getRepository").invoke(null);
      Method known = type.getMethod("getBaseLocation");
      @Nullable Object before = known.invoke(repository);
      if (before == null) {
        type.getMethod("setBasePath", Path.class).invoke(repository, folder);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // It is as it always is then.
    }
  }
}
