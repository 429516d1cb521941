package interleave.python;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A script that ran under the tracer: what it printed, how it ended, and all that was recorded, in
 * the order of time.
 */
record PythonRun(
    String out,
    String err,
    int exit,
    List<Recorded> events,
    Timeline timeline,
    List<String> problems) {
  static final Path TRACER = Path.of("target/classes/interleave/engine/python").toAbsolutePath();
  private static final Path SCRIPTS = Path.of("src/test/resources/python").toAbsolutePath();
  private static final long ALLOWANCE = 300;

  /**
   * An event with its names.
   *
   * @param thread what the thread is called
   * @param object what the object is called
   * @param site {@code file.py:12 function}, empty where none is known
   */
  record Recorded(
      long pid,
      EventKind kind,
      int flags,
      int threadId,
      String thread,
      int objectId,
      @Nullable ObjectType type,
      long key,
      String object,
      String site,
      long value,
      long time,
      String text) {}

  /** Runs a script of {@code src/test/resources/python} with these arguments. */
  static PythonRun of(Path python, String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    return of(python, command, Map.of());
  }

  /** As {@link #of(Path, String, String...)}, with so many bytes for the recording. */
  static PythonRun capped(long cap, Path python, String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    return of(python, command, Map.of(), Path.of(""), cap);
  }

  /** Runs Python with this command line, and that added to its environment. */
  static PythonRun of(Path python, List<String> arguments, Map<String, String> environment) {
    return of(python, arguments, environment, Path.of(""), Recording.DEFAULT_CAP);
  }

  /** The same in that folder, with so many bytes of room for what is recorded. */
  static PythonRun of(
      Path python, List<String> arguments, Map<String, String> environment, Path folder, long cap) {
    try {
      Recording recording = Recording.create(cap);
      try {
        return run(python, arguments, environment, folder, recording);
      } finally {
        recording.delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PythonRun run(
      Path python,
      List<String> arguments,
      Map<String, String> environment,
      Path folder,
      Recording recording)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().put("PYTHONPATH", TRACER.toString());
    Pythons.keepCompiled(builder.environment());
    builder.environment().remove("PYTHONUNBUFFERED");
    builder.environment().putAll(recording.environment());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    // Not in the common pool, which may have one thread: who prints much would wait for ever.
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(
            () -> text(process.getErrorStream()), Thread::startVirtualThread);
    CompletableFuture<String> out =
        CompletableFuture.supplyAsync(
            () -> text(process.getInputStream()), Thread::startVirtualThread);
    if (!process.waitFor(ALLOWANCE, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          command + " did not end; it printed " + out.join() + err.join());
    }
    Events events = new Events();
    List<String> problems = new ArrayList<>();
    try (RecordingReader reader = recording.reader()) {
      reader.finish(events, _ -> {});
      problems.addAll(reader.problems());
    }
    try (var left = Files.newDirectoryStream(recording.folder(), "untraced-*.txt")) {
      for (Path file : left) {
        problems.add(Files.readString(file));
      }
    }
    return new PythonRun(
        out.join(),
        err.join(),
        process.exitValue(),
        events.named(),
        LiveTimeline.load(recording),
        problems);
  }

  private static String text(java.io.InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Recorded> of(EventKind... kinds) {
    return where(each -> List.of(kinds).contains(each.kind()));
  }

  List<Recorded> where(Predicate<Recorded> wanted) {
    return events.stream().filter(wanted).toList();
  }

  /** What the tracer said that it could not do. */
  List<String> notes() {
    return of(EventKind.TRACER_NOTE).stream().map(Recorded::text).toList();
  }

  /** Collects raw events, and names them when all are there. */
  private static final class Events implements EventSink {
    private record Raw(
        long pid,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        String text) {}

    private record Of(long pid, int id) {}

    private final List<Raw> raw = new ArrayList<>();
    private final Map<Of, String> threads = new HashMap<>();
    private final Map<Of, Raw> objects = new HashMap<>();
    private final Map<Of, String> sites = new HashMap<>();

    @Override
    public void segment(SegmentInfo segment) {}

    @Override
    public void lost(SegmentInfo from, long count, long first, long last) {}

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      Raw each =
          new Raw(
              from.pid(), kind, flags, thread, object, site, value, time, text == null ? "" : text);
      switch (kind) {
        case DEFINE_THREAD -> threads.put(new Of(from.pid(), thread), each.text());
        case DEFINE_OBJECT -> objects.put(new Of(from.pid(), object), each);
        case DEFINE_SITE -> sites.put(new Of(from.pid(), site), place(each));
        default -> raw.add(each);
      }
    }

    private static String place(Raw site) {
      String[] parts = site.text().split("\n", -1);
      return parts[0].substring(parts[0].lastIndexOf('/') + 1)
          + ":"
          + site.value()
          + " "
          + parts[1];
    }

    List<Recorded> named() {
      return raw.stream().sorted(Comparator.comparingLong(Raw::time)).map(this::named).toList();
    }

    private Recorded named(Raw each) {
      Raw object = objects.get(new Of(each.pid(), each.object()));
      return new Recorded(
          each.pid(),
          each.kind(),
          each.flags(),
          each.thread(),
          threads.getOrDefault(new Of(each.pid(), each.thread()), ""),
          each.object(),
          object == null ? null : ObjectType.of(object.flags() & 0xFF),
          object == null ? 0 : object.value(),
          object == null ? "" : object.text(),
          sites.getOrDefault(new Of(each.pid(), each.site()), ""),
          each.value(),
          each.time(),
          each.text());
    }
  }
}
