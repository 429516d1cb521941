package interleave.bench;

import com.sun.management.OperatingSystemMXBean;
import interleave.exchange.jfr.JfrFormat;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * As many events of the JDK's flight recorder as of ours, to compare with. Arguments: {@code
 * write}, a file, and how many events; or {@code read} or {@code open} and the file, which print
 * what it took the JDK to read it and us to make a recording of it.
 */
final class FlightEvents {
  private FlightEvents() {}

  /** As much as one of ours says. */
  @Name("interleave.bench.Flight")
  @StackTrace(false)
  private static final class Flight extends Event {
    int object;
    int site;
    long value;
  }

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "write" -> write(file, Long.parseLong(arguments[2]));
      case "open" -> open(file);
      default -> read(file);
    }
  }

  private static void write(Path file, long events) throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable(Flight.class).withThreshold(Duration.ZERO);
      recording.setDestination(file);
      recording.start();
      for (long i = 0; i < events; i++) {
        Flight event = new Flight();
        event.begin();
        event.object = (int) (i & 7);
        event.site = (int) (i & 15);
        event.value = i;
        event.commit();
      }
    }
  }

  private static void read(Path file) throws IOException {
    long began = System.nanoTime();
    long events = 0;
    long sum = 0;
    try (RecordingFile from = new RecordingFile(file)) {
      while (from.hasMoreEvents()) {
        RecordedEvent event = from.readEvent();
        if (event.getEventType().getName().endsWith(".Flight")) {
          events++;
          sum += event.getLong("value") + event.getInt("object");
        }
      }
    }
    System.out.println("events=" + events);
    System.out.println("sum=" + sum);
    took(began);
  }

  private static void open(Path file) throws IOException {
    long began = System.nanoTime();
    try (OpenedRecording opened = new JfrFormat().open(file, Progress.UNHEARD)) {
      System.out.println("bytes=" + opened.recording().written());
      took(began);
    }
  }

  private static void took(long began) {
    System.out.println("wall=" + (System.nanoTime() - began));
    System.out.println(
        "processor="
            + ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime());
  }
}
