package interleave.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Opens a recording as the window does, in a JVM of its own, and prints what that took: a line of
 * {@code name=number} each. Arguments: the folder of the recording, or a file of whatever format,
 * and {@code hold} to go on afterwards, for whoever wants to look at the heap.
 */
final class FloodLoad {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final String COLUMNS = ".columns";

  private FloodLoad() {}

  public static void main(String[] arguments) throws Exception {
    AtomicLong peak = new AtomicLong();
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) each)
          .addNotificationListener(
              (told, _) ->
                  peak.accumulateAndGet(after((CompositeData) told.getUserData()), Math::max),
              told ->
                  GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
                      told.getType()),
              null);
    }
    long heap = used();
    long began = System.nanoTime();
    Timeline timeline = timeline(Path.of(arguments[0]));
    long took = System.nanoTime() - began;
    long cpu = processor();
    say("events", timeline.counters().events());
    say("wall", took);
    say("processor", cpu);
    say("thread", ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    long left = used();
    say("heap", left - heap);
    say("peak", Math.max(peak.get(), left) - heap); // there may have been no collection before
    say("outside", outside());
    if (arguments.length > 1) {
      System.in.read();
    }
    say("lanes", timeline.lanes().size()); // it is to be there until now
  }

  /** Of the folder of a recording, or of a file of whatever format. */
  private static Timeline timeline(Path from) throws IOException {
    if (Files.isDirectory(from)) {
      return LiveTimeline.load(Recording.open(from));
    }
    long began = System.nanoTime();
    try (OpenedRecording opened = KnownFormats.ALL.open(from, Progress.UNHEARD)) {
      say("read", System.nanoTime() - began);
      return LiveTimeline.load(opened.recording());
    }
  }

  private static void say(String what, long number) {
    System.out.println(what + "=" + number);
  }

  private static long after(CompositeData told) {
    return GarbageCollectionNotificationInfo.from(told)
        .getGcInfo()
        .getMemoryUsageAfterGc()
        .entrySet()
        .stream()
        .filter(pool -> isOfHeap(pool.getKey()))
        .map(java.util.Map.Entry::getValue)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  private static boolean isOfHeap(String pool) {
    return pool.contains("Gen")
        || pool.contains("Space") && !pool.contains("Class")
        || pool.contains("Eden");
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** What the whole process took, its compilers and collectors, too. */
  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The files in which columns lie, as far as they are mapped. */
  private static long outside() throws IOException {
    try (Stream<String> maps = Files.lines(MAPS)) {
      return maps.filter(line -> line.contains(COLUMNS)).mapToLong(FloodLoad::length).sum();
    }
  }

  private static long length(String line) {
    String[] range = line.substring(0, line.indexOf(' ')).split("-", 2);
    return Long.parseLong(range[1], 16) - Long.parseLong(range[0], 16);
  }
}
