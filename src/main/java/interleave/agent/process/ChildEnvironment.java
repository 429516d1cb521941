package interleave.agent.process;

import interleave.agent.trace.Notes;
import interleave.event.SmallJava;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment of a process that the JDK is about to start. */
public final class ChildEnvironment {
  private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

  private ChildEnvironment() {}

  /**
   * {@code environment}, or, where {@code command} starts a Java that takes no agent and would not
   * start with one, what it is without ours.
   *
   * @param environment of the builder's own kind; null to inherit
   */
  @SuppressWarnings("unchecked")
  public static @Nullable Object of(@Nullable Object command, @Nullable Object environment) {
    try {
      if (!(command instanceof String[] words) || words.length == 0) {
        return environment;
      }
      Map<String, String> known =
          environment == null ? System.getenv() : (Map<String, String>) environment;
      String options = known.get(OPTIONS);
      String rest = SmallJava.withoutAgent(options);
      if (options == null || options.equals(rest)) {
        return environment;
      }
      Path home = new SmallJava(known, null).of(List.of(words));
      if (home == null) {
        return environment;
      }
      Notes.say(
          "The Java in "
              .concat(home.toString())
              .concat(" has no module java.instrument: it runs, but what it does is not seen."));
      Map<String, String> without =
          environment == null ? new ProcessBuilder().environment() : known;
      if (rest == null) {
        without.remove(OPTIONS);
      } else {
        without.put(OPTIONS, rest);
      }
      return without;
    } catch (Throwable e) {
      return environment;
    }
  }
}
