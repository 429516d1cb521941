package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Collected;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of its own that was run with the tracer, or without: what it printed and recorded. */
final class Traced {
  final int exit;
  final String out;
  final String err;
  final List<Event> events;
  final int segments;

  private Traced(int exit, String out, String err, Collected recorded) {
    this.exit = exit;
    this.out = out;
    this.err = err;
    this.events = recorded.events;
    this.segments = recorded.segments.size();
  }

  /** How to start a program. */
  static final class Launch {
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String classPath = testClasses();
    private boolean traced = true;

    Launch option(String... more) {
      options.addAll(List.of(more));
      return this;
    }

    Launch env(String name, String value) {
      environment.put(name, value);
      return this;
    }

    Launch classPath(Path path) {
      classPath = path.toString();
      return this;
    }

    Launch untraced() {
      traced = false;
      return this;
    }

    Traced run(Class<?> main, String... arguments) throws Exception {
      return run(main.getName(), arguments);
    }

    Traced run(String main, String... arguments) throws Exception {
      List<String> tail = new ArrayList<>(List.of("-cp", classPath, main));
      tail.addAll(Arrays.asList(arguments));
      return runCommand(tail);
    }

    Traced runCommand(List<String> tail) throws Exception {
      Recording recording = Recording.create(256L << 20);
      try {
        return run(recording, tail);
      } finally {
        recording.delete();
      }
    }

    private Traced run(Recording recording, List<String> tail) throws Exception {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
      if (traced) {
        command.add("-javaagent:" + System.getProperty("interleave.agent"));
      }
      command.addAll(options);
      command.addAll(tail);
      Path out = Files.createTempFile("traced", ".out");
      Path err = Files.createTempFile("traced", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(recording.environment());
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
          process.destroyForcibly().waitFor();
        }
        return new Traced(
            process.exitValue(), Files.readString(out), Files.readString(err), events(recording));
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    }

    private static Collected events(Recording recording) throws IOException {
      Collected all = new Collected();
      try (var reader = recording.reader()) {
        while (reader.poll(all) > 0) {
          // until nothing more comes
        }
        assertThat(reader.problems()).isEmpty();
      }
      assertThat(all.lost).isZero();
      return all;
    }
  }

  static String testClasses() {
    try {
      return Path.of(Traced.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Launch launch() {
    return new Launch();
  }

  static Traced run(Class<?> main, String... arguments) throws Exception {
    Traced run = launch().run(main, arguments);
    assertThat(run.notes()).isEmpty();
    return run;
  }

  List<Event> of(EventKind kind) {
    return events.stream()
        .filter(event -> event.kind() == kind)
        .sorted(Comparator.comparingLong(Event::time))
        .toList();
  }

  Event only(EventKind kind) {
    assertThat(of(kind)).hasSize(1);
    return of(kind).getFirst();
  }

  /** Events of that kind in the order of time, of the thread of that name. */
  List<Event> of(EventKind kind, String thread) {
    int id = thread(thread);
    return of(kind).stream().filter(event -> event.thread() == id).toList();
  }

  int thread(String name) {
    return events.stream()
        .filter(event -> event.kind() == EventKind.DEFINE_THREAD && name.equals(event.text()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no thread " + name + " in " + names()))
        .thread();
  }

  private List<String> names() {
    return of(EventKind.DEFINE_THREAD).stream().map(Event::text).toList();
  }

  int object(String name) {
    return events.stream()
        .filter(event -> event.kind() == EventKind.DEFINE_OBJECT && name.equals(event.text()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no object " + name + " in " + objects()))
        .object();
  }

  List<String> objects() {
    return of(EventKind.DEFINE_OBJECT).stream().map(Event::text).toList();
  }

  /** What happened to an object, in the order of time: {@code worker LOCK_ACQUIRED}. */
  List<Event> about(String object) {
    int id = object(object);
    return events.stream()
        .filter(event -> event.object() == id && event.kind() != EventKind.DEFINE_OBJECT)
        .sorted(Comparator.comparingLong(Event::time))
        .toList();
  }

  List<EventKind> kindsAbout(String object) {
    return about(object).stream().map(Event::kind).toList();
  }

  List<String> notes() {
    return of(EventKind.TRACER_NOTE).stream().map(Event::text).toList();
  }

  /** The lines of output by that thread. */
  List<String> printedBy(String thread) {
    return of(EventKind.OUTPUT, thread).stream()
        .map(e -> e.text() == null ? "" : e.text())
        .toList();
  }

  /** The site of an event: {@code File.java:12 function}. */
  String place(Event event) {
    return events.stream()
        .filter(e -> e.kind() == EventKind.DEFINE_SITE && e.site() == event.site())
        .map(e -> e.text().split("\n")[0] + ":" + e.value() + " " + e.text().split("\n")[1])
        .findFirst()
        .orElse("nowhere");
  }
}
