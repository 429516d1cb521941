package interleave.engine.sample;

import interleave.event.NativeState;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * The stacks in the flight recordings that the JVMs of a run have left beside it, written down as
 * samples when the run has ended. A JVM that was killed has left what it wrote once a second.
 */
public final class FlightStacks {
  private static final Words WORDS = Words.of("engine/sample");
  private static final Pattern NAME = Pattern.compile("flight-(\\d{1,10})-[0-9a-f]+");
  private static final Pattern PLACE = Pattern.compile("(\\d{1,10}) (\\d{1,19}) (\\d{1,19})\\n");
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final long SECOND = 1_000_000_000;

  /** Of a chunk's head: how long it is, where its size stands, and where that it is finished. */
  private static final int CHUNK_HEAD = 68;

  private static final int CHUNK_SIZE = 8;
  private static final int CHUNK_STATE = 64;

  /**
   * Classes that the JVM makes at run time, such as of a lambda; they have no name of their own.
   */
  private static final Pattern MADE_UP = Pattern.compile("\\$\\$Lambda|[./+]0x[0-9a-f]+$");

  /** Stands for the callers that JFR has left out, which takes the innermost 64 frames. */
  private static final String CUT = "…";

  /** What loads the classes of a source file that is run as it is. */
  private static final String IN_MEMORY = "MemoryClassLoader";

  /** So many samples of a process are kept. */
  private static final int MOST = 4_000_000;

  private final Recording recording;
  private final long intervalNs;
  private final @Nullable String source;

  /** Where the clocks of a process stood at once, and who its parent is. */
  private record Place(long parent, long wall, long nanos) {}

  private record Sample(long time, int thread, int stack) {}

  private FlightStacks(Recording recording, long intervalNs, @Nullable String source) {
    this.recording = recording;
    this.intervalNs = intervalNs;
    this.source = source;
  }

  /**
   * Reads all that there are, if any were wished for.
   *
   * @param intervalNs at which they were taken; 0 where they were not
   * @param source the name of the source file that was run as it is; null where none was
   * @param notes hears of what could not be read, a sentence each
   */
  public static void read(
      Recording recording, long intervalNs, @Nullable String source, Consumer<String> notes) {
    if (intervalNs <= 0) {
      return;
    }
    FlightStacks stacks = new FlightStacks(recording, intervalNs, source);
    for (Path folder : folders(recording.folder())) {
      Matcher name = NAME.matcher(folder.getFileName().toString());
      long pid = name.matches() ? Long.parseLong(name.group(1)) : 0;
      try {
        Path file = file(folder);
        Matcher place = PLACE.matcher(text(folder.resolve("place")));
        if (file == null || !place.matches()) {
          notes.accept(WORDS.get("java.killed", pid));
        } else {
          long[] told = Stream.of(1, 2, 3).mapToLong(i -> Long.parseLong(place.group(i))).toArray();
          stacks.read(pid, file, new Place(told[0], told[1], told[2]));
        }
      } catch (IOException | RuntimeException e) {
        notes.accept(WORDS.get("java.unread", pid, String.valueOf(e.getMessage())));
      }
    }
  }

  private static List<Path> folders(Path of) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(of, "flight-*")) {
      all.forEach(folders::add);
    } catch (IOException | DirectoryIteratorException e) {
      // The recording is gone.
    }
    return folders;
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** What the JVM left at its end, or else the newest of what it has written by then. */
  private static @Nullable Path file(Path folder) throws IOException {
    Path end = folder.resolve("end.jfr");
    if (Files.exists(end) && Files.size(end) > 0) {
      return end;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      Optional<Path> begun =
          all.filter(each -> each.toString().endsWith(".jfr") && !each.equals(end))
              .max(Comparator.naturalOrder());
      return begun.isEmpty() ? null : settled(begun.get(), folder.resolve("killed.jfr"));
    }
  }

  /**
   * A copy of a chunk that the JVM was still writing, up to where it had brought it into order the
   * last time, as it says in its head; said to be finished, for else who reads waits for more. Null
   * where it had not yet.
   */
  private static @Nullable Path settled(Path chunk, Path copy) throws IOException {
    try (FileChannel from = FileChannel.open(chunk, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.allocate(CHUNK_HEAD);
      if (from.read(head, 0) < CHUNK_HEAD) {
        return null;
      }
      long size = head.getLong(CHUNK_SIZE);
      if (size <= CHUNK_HEAD || size > from.size()) {
        return null;
      }
      from.transferTo(0, size, to);
      to.write(head.put(CHUNK_STATE, (byte) 0).flip(), 0);
      return copy;
    }
  }

  private void read(long pid, Path file, Place place) throws IOException {
    long opened = Math.max(1, place.nanos() - SECOND);
    StackLog log = new StackLog(recording, TracedRuntime.JAVA, pid, place.parent(), opened);
    List<Sample> samples = new ArrayList<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents() && samples.size() < MOST) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals(SAMPLE)) {
          Sample sample = sample(event, log, place, opened);
          if (sample != null) {
            samples.add(sample);
          }
        }
      }
    }
    samples.sort(Comparator.comparingLong(Sample::time));
    for (Sample each : samples) {
      log.seen(each.thread(), each.stack(), NativeState.RUNNING, intervalNs, each.time());
    }
  }

  private @Nullable Sample sample(RecordedEvent event, StackLog log, Place place, long opened) {
    RecordedThread thread = event.getThread("sampledThread");
    RecordedStackTrace trace = event.getStackTrace();
    if (thread == null || thread.getJavaThreadId() <= 0 || trace == null || isOurs(thread)) {
      return null;
    }
    Instant at = event.getStartTime();
    long time = at.getEpochSecond() * SECOND + at.getNano() - place.wall() + place.nanos();
    int stack = trace.isTruncated() ? log.stack(0, log.site("", 0, CUT, "", opened), opened) : 0;
    for (RecordedFrame frame : trace.getFrames().reversed()) {
      RecordedClass type = frame.getMethod().getType();
      String owner = type.getName();
      if (MADE_UP.matcher(owner).find()) {
        continue; // between a call and what it calls
      }
      int line = Math.max(0, frame.getLineNumber());
      int site = log.site(file(type, owner), line, frame.getMethod().getName(), owner, opened);
      stack = log.stack(stack, site, opened);
    }
    return stack == 0
        ? null
        : new Sample(Math.max(opened, time), (int) thread.getJavaThreadId(), stack);
  }

  /** Whether it is there because the program is traced and sampled. */
  private static boolean isOurs(RecordedThread thread) {
    String name = thread.getJavaName();
    return name != null && (name.startsWith("Interleave ") || name.startsWith("JFR "));
  }

  /** JFR does not tell the file: mostly it is called as the outermost class. */
  private String file(RecordedClass type, String owner) {
    String loader =
        type.getClassLoader() == null || type.getClassLoader().getType() == null
            ? ""
            : type.getClassLoader().getType().getName();
    if (source != null && loader.endsWith(IN_MEMORY)) {
      return source;
    }
    String simple = owner.substring(owner.lastIndexOf('.') + 1);
    int inner = simple.indexOf('$');
    return (inner > 0 ? simple.substring(0, inner) : simple) + ".java";
  }
}
