package interleave.engine;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.ThreadSample;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the engine records on behalf of processes that carry no tracer, in a segment of runtime
 * {@link TracedRuntime#ENGINE}: start and end of the root and of untraced descendants, and lines
 * that an untraced root prints, whose value is its pid.
 */
final class EngineLog {
  /** Begins the name of a file in which a tracer says why it could not start. */
  private static final String FAILURE = "untraced-";

  private final Recorder recorder;
  private final Path folder;

  EngineLog(Recording recording) {
    this(recording, true);
  }

  /**
   * Into that recording.
   *
   * @param speaks whether it says anything: in time that counts steps it has none of its own
   */
  EngineLog(Recording recording, boolean speaks) {
    recorder = speaks ? Recorder.open(recording.folder(), TracedRuntime.ENGINE) : Recorder.silent();
    folder = recording.folder();
  }

  /** A moment to record something as of later, once more is known of it. */
  long now() {
    recorder.log();
    return System.nanoTime();
  }

  void rootStarted(long time, long pid, String name) {
    recorder.log().textAt(EventKind.CHILD_START, 0, 0, 0, pid, time, name);
  }

  void rootEnded(long pid, Exit exit) {
    int flags = exit.signal() == null ? 0 : Flags.SIGNAL;
    long how = exit.signal() == null ? exit.code() : exit.signalNumber();
    recorder.log().event(EventKind.CHILD_EXIT, flags, 0, 0, (how << 32) | (pid & 0xFFFF_FFFFL));
  }

  void terminated(long pid) {
    recorder.log().event(EventKind.CHILD_TERMINATE, 0, 0, 0, pid);
  }

  void childStarted(long time, long pid, long parent, String command) {
    long value = (parent << 32) | (pid & 0xFFFF_FFFFL);
    recorder.log().textAt(EventKind.CHILD_START, 0, 0, 0, value, time, command);
  }

  /** A child of somebody else has ended; only its parent is told how. */
  void childGone(long pid) {
    recorder.log().event(EventKind.CHILD_EXIT, Flags.UNSEEN, 0, 0, pid & 0xFFFF_FFFFL);
  }

  /** A process has another parent than the one that has ended. */
  void adopted(long pid, long parent, String name) {
    long value = (parent << 32) | (pid & 0xFFFF_FFFFL);
    recorder.log().text(EventKind.ADOPTED, 0, 0, 0, value, name);
  }

  /** A line that a process without tracer printed. */
  void printed(long pid, boolean stderr, String line) {
    printed(now(), pid, stderr, line);
  }

  /** What is said in place of lines that were only counted. */
  void counted(long pid, boolean stderr, String words) {
    int flags = Flags.COUNTED | (stderr ? Flags.STDERR : 0);
    recorder.log().textAt(EventKind.OUTPUT, flags, 0, 0, pid, now(), words);
  }

  void printed(long time, long pid, boolean stderr, String line) {
    recorder.log().textAt(EventKind.OUTPUT, stderr ? Flags.STDERR : 0, 0, 0, pid, time, line);
  }

  /** All threads of a process sleep, so many, and no signal is awaited. */
  void standsStill(long pid, int threads) {
    long value = (long) threads << 32 | pid & 0xFFFF_FFFFL;
    recorder.log().event(EventKind.STANDS_STILL, 0, 0, 0, value);
  }

  /** What was seen of that process by looking from outside. */
  void seen(EventKind kind, long pid, long value, long time) {
    recorder.log().eventAt(kind, 0, (int) pid, 0, value, time);
  }

  /**
   * What a thread of that process was seen to do.
   *
   * @param name what the system calls it, null where that was said already
   */
  void seen(long pid, int flags, ThreadSample sample, long time, @Nullable String name) {
    EventKind kind = EventKind.THREAD_STATE;
    if (name == null) {
      recorder.log().eventAt(kind, flags, (int) pid, 0, sample.packed(), time);
    } else {
      recorder.log().textAt(kind, flags, (int) pid, 0, sample.packed(), time, name);
    }
  }

  void note(String sentence) {
    recorder.note(sentence);
  }

  /**
   * Why processes could not be traced that wanted to be, by their pids: a tracer that fails leaves
   * word beside the segments.
   */
  Map<Long, String> failures() {
    Map<Long, String> failures = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FAILURE + "*.txt")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String pid = name.substring(FAILURE.length(), name.length() - ".txt".length());
        if (pid.matches("\\d{1,18}")) {
          failures.put(Long.parseLong(pid), Files.readString(file).strip());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Then nobody can tell why.
    }
    return failures;
  }

  /** Whether that process has said that it cannot be traced. */
  boolean hasFailed(long pid) {
    return Files.exists(folder.resolve(FAILURE + pid + ".txt"));
  }

  /** Whether that process has recorded anything itself. */
  boolean isTraced(long pid) {
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, pid + "-*.seg")) {
      return segments.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }
}
