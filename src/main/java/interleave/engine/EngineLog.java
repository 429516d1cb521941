package interleave.engine;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the engine records on behalf of processes that carry no tracer, in a segment of runtime
 * {@link TracedRuntime#ENGINE}. The object of such an event is the process that it is about (type
 * {@link ObjectType#PROCESS}, its key the pid): the parent that started a child, the process that
 * printed a line (whose pid is also the value). Without an object it is the engine's own doing, and
 * the child is the root.
 */
final class EngineLog {
  private final Recorder recorder;
  private final Path folder;
  private final Map<Long, Integer> objects = new HashMap<>();

  EngineLog(Recording recording) {
    recorder = Recorder.open(recording.folder(), TracedRuntime.ENGINE);
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

  void childStarted(ProcessHandle child) {
    long parent = child.parent().map(ProcessHandle::pid).orElse(0L);
    String command = child.info().commandLine().or(() -> child.info().command()).orElse("");
    recorder.log().text(EventKind.CHILD_START, 0, process(parent), 0, child.pid(), command);
  }

  /** A line that a process without tracer printed. */
  void printed(long pid, boolean stderr, String line) {
    recorder.log().text(EventKind.OUTPUT, stderr ? Flags.STDERR : 0, process(pid), 0, pid, line);
  }

  void note(String sentence) {
    recorder.note(sentence);
  }

  /** Whether that process has recorded anything itself. */
  boolean isTraced(long pid) {
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, pid + "-*.seg")) {
      return segments.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }

  private synchronized int process(long pid) {
    return objects.computeIfAbsent(pid, key -> recorder.object(ObjectType.PROCESS, key, ""));
  }
}
