package interleave.engine;

import interleave.event.NoticeFilter;
import interleave.event.Recording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program's environment gets so that its processes are traced, and what that makes visible:
 * a line on the standard error of every JVM.
 */
final class TracingEnvironment {
  static final String JAVA_OPTIONS = "JAVA_TOOL_OPTIONS";
  static final String WATCH = "INTERLEAVE_WATCH";
  private static final String NOTICE = "Picked up " + JAVA_OPTIONS + ": ";

  private final @Nullable String before;
  private final @Nullable String options;

  /** Changes {@code environment}, which holds already what the launch adds to it. */
  TracingEnvironment(
      Map<String, String> environment, Recording recording, Launch launch, Installation where) {
    before = environment.get(JAVA_OPTIONS);
    environment.putAll(recording.environment());
    environment.remove(WATCH);
    if (!launch.watched().isEmpty()) {
      environment.put(WATCH, String.join(",", launch.watched()));
    }
    if (where.agent() == null) {
      options = null;
    } else {
      String ours = quoted("-javaagent:" + where.agent());
      options = before == null || before.isBlank() ? ours : ours + " " + before;
      environment.put(JAVA_OPTIONS, options);
    }
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
