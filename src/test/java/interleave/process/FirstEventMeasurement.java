package interleave.process;

import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import java.util.Arrays;

/**
 * Measures how long after {@code start()} a child has recorded its first event. Not a test; run it
 * in a recording:
 *
 * <pre>
 * INTERLEAVE_RECORDING=… java -cp target/classes:target/test-classes interleave.process.FirstEventMeasurement
 * </pre>
 */
public final class FirstEventMeasurement {
  private static final int RUNS = 21;

  static void nothing() {}

  public static void main(String[] args) throws Exception {
    Recording recording = Recording.open(Recorder.current().folder());
    long[] micros = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      ChildProcess child = ChildProcess.of(FirstEventMeasurement.class, "nothing");
      long start = System.nanoTime();
      child.start();
      child.join();
      micros[run] = (firstEvent(recording, child.pid()) - start) / 1000;
    }
    Arrays.sort(micros);
    System.out.printf(
        "start to first event of %d children: least %.1f ms, median %.1f ms, most %.1f ms%n",
        RUNS, micros[0] / 1e3, micros[RUNS / 2] / 1e3, micros[RUNS - 1] / 1e3);
  }

  private static long firstEvent(Recording recording, long pid) {
    RecordedEvents events = new RecordedEvents();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(events);
    }
    return events.all().stream()
        .filter(e -> e.pid() == pid)
        .mapToLong(e -> e.time())
        .min()
        .orElseThrow();
  }
}
