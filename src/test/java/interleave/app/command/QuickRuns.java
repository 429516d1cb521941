package interleave.app.command;

import interleave.lesson.Answers;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import java.util.List;
import java.util.Map;

/**
 * Every scenario with values that show what it is about within seconds; what is not named keeps its
 * default. A scenario that is new is run with its defaults until it needs a line here.
 */
public final class QuickRuns {
  private static final Map<String, Map<String, String>> VALUES =
      Map.ofEntries(
          Map.entry("process-pool", Map.of("tasks", "6", "longest", "0.4", "seed", "3")),
          Map.entry("queue-between-processes", Map.of("pause", "0.3", "seed", "7")),
          Map.entry(
              "subprocess",
              Map.of("way", "communicate", "program", "sort", "input", "pear\\napple\\nfig\\n")),
          Map.entry("distributed-processes", Map.of("tasks", "4", "work", "0.1")),
          Map.entry("thread", Map.of("pause", "0.1")),
          Map.entry("virtual-threads", Map.of("tasks", "1000", "pool", "100")),
          Map.entry("thread-local", Map.of("pause", "0.05", "workers", "3")),
          Map.entry("gil", Map.of("work", "20", "workers", "2")),
          Map.entry("amdahl", Map.of("work", "20", "workers", "2")),
          Map.entry("copy-on-write", Map.of("megabytes", "8")),
          Map.entry("zombie-and-orphan", Map.of("wait", "0.2")),
          Map.entry("pipeline", Map.of("reading", "0.03")),
          Map.entry("gil-given-up", Map.of("time", "0.1")),
          Map.entry("visibility", Map.of("pause", "0.1", "patience", "0.3")),
          Map.entry("livelock", Map.of("eating", "0.02", "patience", "4")),
          Map.entry("event-loop", Map.of("busy", "0.3")),
          Map.entry("lock-and-lost-updates", Map.of("lock", "off", "loops", "20000")));

  /** What a Python program, which counts and waits more slowly, is run with instead. */
  private static final Map<String, Map<String, String>> PYTHON_VALUES =
      Map.of(
          "process-pool", Map.of("tasks", "6", "longest", "0.4"),
          "subprocess", Map.of("way", "communicate", "program", "sort"),
          "distributed-processes", Map.of("tasks", "4", "work", "0.1"),
          "lock-and-lost-updates", Map.of("lock", "off", "loops", "500"),
          "gil", Map.of("work", "1", "workers", "2"),
          "amdahl", Map.of("work", "1", "workers", "2"),
          "fork-join", Map.of("limit", "30000", "smallest", "3000"));

  /** Scenarios whose point it is that they do not end by themselves. */
  private static final List<String> ENDLESS = List.of("deadlock", "dining-philosophers");

  private QuickRuns() {}

  /** Those that run on any machine, which need no Python. */
  public static List<Program.Lesson> all() {
    return all(ProgramLanguage.JAVA);
  }

  /** Those that have a program in that language; what can be observed step by step is. */
  public static List<Program.Lesson> all(ProgramLanguage language) {
    return Catalogue.ours().stream()
        .filter(scenario -> scenario.languages().contains(language))
        .map(scenario -> language == ProgramLanguage.JAVA ? of(scenario) : python(scenario))
        .toList();
  }

  private static Program.Lesson python(Scenario scenario) {
    Map<String, String> values =
        PYTHON_VALUES.getOrDefault(scenario.id(), VALUES.getOrDefault(scenario.id(), Map.of()));
    Program.Lesson lesson = new Program.Lesson(scenario, values, ProgramLanguage.PYTHON);
    return lesson.observing(lesson.isObservable());
  }

  static Program.Lesson of(Scenario scenario) {
    return new Program.Lesson(scenario, VALUES.getOrDefault(scenario.id(), Map.of()));
  }

  /** Whether a run that does not end has shown by now what it is about. */
  public static boolean tells(Scenario scenario, Timeline timeline) {
    return Answers.of(scenario, timeline).isPresent();
  }

  public static boolean endless(Scenario scenario) {
    return ENDLESS.contains(scenario.id());
  }
}
