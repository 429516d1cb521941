package interleave.engine;

import interleave.event.Clock;
import interleave.event.NoticeFilter;
import interleave.event.Recording;
import interleave.event.SmallJava;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program's environment gets so that its processes are traced, those of Java and those of
 * Python, whatever it is itself; and what that makes visible: a line on the standard error of every
 * JVM.
 */
final class TracingEnvironment {
  static final String JAVA_OPTIONS = "JAVA_TOOL_OPTIONS";
  static final String WATCH = "INTERLEAVE_WATCH";
  static final String PYTHON_PATH = "PYTHONPATH";
  static final String OBSERVE = "INTERLEAVE_OBSERVE";
  static final String SAMPLES = "INTERLEAVE_SAMPLES";

  /** What is watched in Java where nothing is to be. */
  private static final String NOTHING = "-";

  private static final String NOTICE = "Picked up " + JAVA_OPTIONS + ": ";

  private final @Nullable String before;
  private final @Nullable String options;
  private final @Nullable String pythonFailure;
  private final @Nullable Path small;

  /** Changes the environment of {@code builder}, which holds already what the launch adds to it. */
  TracingEnvironment(
      ProcessBuilder builder, Recording recording, Launch launch, Installation where) {
    Map<String, String> environment = builder.environment();
    before = environment.get(JAVA_OPTIONS);
    environment.putAll(recording.environment());
    list(environment, WATCH, launch.watched());
    list(environment, OBSERVE, launch.observed());
    Interpreter interpreter =
        launch instanceof PythonProgram python && python.letsTracerIn()
            ? python.interpreter()
            : null;
    pythonFailure = python(environment, recording.folder(), interpreter);
    File directory = builder.directory();
    small =
        new SmallJava(environment, directory == null ? null : directory.toPath())
            .of(builder.command());
    if (where.agent() == null || small != null) {
      options = null;
    } else {
      String ours = quoted("-javaagent:" + where.agent());
      options = before == null || before.isBlank() ? ours : ours + " " + before;
      environment.put(JAVA_OPTIONS, options);
    }
  }

  /**
   * Has stacks sampled.
   *
   * @param intervalNs how long between two looks; 0 for not at all
   */
  void sample(Map<String, String> environment, long intervalNs) {
    list(environment, SAMPLES, intervalNs > 0 ? List.of(Long.toString(intervalNs)) : List.of());
  }

  /** Has the program run under control, or not. */
  void control(Map<String, String> environment, Settings.@Nullable Control control) {
    environment.remove(Clock.CONTROL_VARIABLE);
    if (control != null) {
      environment.put(Clock.CONTROL_VARIABLE, control.address());
      if (!control.watchesAll()) {
        environment.putIfAbsent(WATCH, NOTHING);
        environment.putIfAbsent(OBSERVE, "");
      }
    }
  }

  private static void list(Map<String, String> environment, String name, List<String> values) {
    environment.remove(name);
    if (!values.isEmpty()) {
      environment.put(name, String.join(",", values));
    }
  }

  /** First on the path, or a {@code sitecustomize} before it would hide ours. */
  private static @Nullable String python(
      Map<String, String> environment, Path recording, @Nullable Interpreter interpreter) {
    try {
      Path tracer = PythonTracer.unpack(recording, KeptTracer.ofUser(), interpreter);
      String path = environment.get(PYTHON_PATH);
      environment.put(
          PYTHON_PATH,
          path == null || path.isEmpty() ? tracer.toString() : tracer + File.pathSeparator + path);
      return null;
    } catch (IOException e) {
      return Words.of("engine").get("python.no-tracer", String.valueOf(e.getMessage()));
    }
  }

  /** Why programs in Python are not traced, as a sentence; null where they are. */
  @Nullable String pythonFailure() {
    return pythonFailure;
  }

  /** Why its Java runs untraced, as a sentence; null where it does not. */
  @Nullable String javaFailure() {
    return small == null ? null : Words.of("engine").get("java.small", small);
  }

  /** Whether a Java program is traced. */
  boolean tracesJava() {
    return options != null;
  }

  /** Null where nothing needs to be taken out. */
  @Nullable NoticeFilter filter() {
    if (options == null) {
      return null;
    }
    return new NoticeFilter(NOTICE + options, before == null ? null : NOTICE + before);
  }

  /** The JVM splits the variable at white space outside of quotes and knows no escapes. */
  private static String quoted(String option) {
    if (option.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'')) {
      return option;
    }
    char quote = option.indexOf('"') < 0 ? '"' : '\'';
    return quote + option + quote;
  }
}
