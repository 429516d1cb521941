package interleave.app.command.explore;

import interleave.app.command.Terminal;
import interleave.explore.Ending;
import interleave.explore.Limits;
import interleave.explore.Schedule;
import interleave.explore.Step;
import interleave.explore.Subject;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.laboratory.EndingSentence;
import interleave.words.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plays one schedule, and tells step by step what happened. */
final class Replay {
  private static final Words WORDS = Words.of("app/explore");

  private final Terminal terminal;
  private final Subject program;
  private final Limits limits;
  private final String label;

  Replay(Terminal terminal, Subject program, Limits limits, String label) {
    this.terminal = terminal;
    this.program = program;
    this.limits = limits;
    this.label = label;
  }

  /** Returns the exit code: whether it could be played, and each time the same came out. */
  int play(Schedule schedule, int again) throws IOException {
    Subject.Order order = new Subject.Order(schedule.choices(), Optional.empty(), limits.steps());
    Trace trace = program.run(order);
    int number = 0;
    for (Step step : trace.steps()) {
      terminal.line(line(++number, step, trace));
    }
    terminal.line(EndingSentence.of(trace));
    terminal.line(Schedule.shortest(label, trace).toString());
    if (trace.ending().kind() == Ending.Kind.ASTRAY) {
      int choice = trace.choices().size();
      terminal.line(WORDS.get("astray", choice + 1, schedule.choices().get(choice)));
    }
    trace.told().stream().distinct().map(EndingSentence::of).forEach(terminal::line);
    if (!trace.ending().kind().isOfProgram()) {
      return 1; // to stand still or be cut off again is no news, and takes long
    }
    int same = 0;
    for (int i = 0; i < again; i++) {
      same += program.run(order).ending().equals(trace.ending()) ? 1 : 0;
    }
    if (again > 0) {
      terminal.line(WORDS.get(same == again ? "again" : "again.not", same, again));
    }
    return same == again ? 0 : 1;
  }

  private static String line(int number, Step step, Trace trace) {
    String others =
        step.isChoice()
            ? WORDS.get(
                "choice",
                step.enabled().stream().map(ThreadId::text).collect(Collectors.joining(", ")))
            : "";
    return "%4d  %-4s %s: %s  %s%s"
        .formatted(
            number,
            step.thread(),
            EndingSentence.name(step.thread(), trace),
            EndingSentence.of(step, trace),
            EndingSentence.place(step.operation().place()),
            others)
        .stripTrailing();
  }
}
