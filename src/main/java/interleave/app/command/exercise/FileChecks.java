package interleave.app.command.exercise;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.app.command.ExitCode;
import interleave.app.command.Json;
import interleave.app.command.Terminal;
import interleave.engine.Installation;
import interleave.exercise.Attempt;
import interleave.exercise.Mistake;
import interleave.exercise.Verdict;
import interleave.explore.Endings;
import interleave.explore.Schedule;
import interleave.laboratory.EndingSentence;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks one file after the other, and tells what came of each. */
final class FileChecks {
  /** Nothing was found against it, but not enough was tried. */
  static final int UNDECIDED = 1;

  /** There is an order in which it does not hold. */
  static final int BROKEN = 4;

  private static final Words WORDS = Words.of("app/exercise");

  private final Terminal terminal;
  private final Scenario lesson;
  private final ShownCheck checks;

  /** A file, and what stands in it. */
  record Checked(Path file, Attempt attempt) {}

  private record Told(Checked checked, Verdict verdict) {}

  FileChecks(Terminal terminal, Scenario lesson, Installation installation, Duration longest) {
    this.terminal = terminal;
    this.lesson = lesson;
    checks = new ShownCheck(terminal, installation, longest, WORDS, "progress");
  }

  /** Returns the exit code: that of the worst. */
  int of(List<Checked> all, @Nullable Path json) throws IOException {
    boolean printed = json == null || !json.toString().equals("-");
    List<Told> told = new ArrayList<>();
    int code = 0;
    for (Checked each : all) {
      Verdict verdict = checks.of(each.attempt());
      told.add(new Told(each, verdict));
      if (printed) {
        tell(each, verdict);
      }
      code = ExerciseCommand.worse(code(verdict), code);
      if (verdict.outcome() == Verdict.Outcome.CANCELLED) {
        code = ExitCode.INTERRUPTED;
        break;
      }
    }
    if (json != null) {
      Json.write(terminal, json, to -> write(to, told));
    }
    return code;
  }

  private static int code(Verdict verdict) {
    return switch (verdict.outcome()) {
      case HOLDS -> 0;
      case BROKEN -> BROKEN;
      case NOT_COMPILED -> ExitCode.NOT_STARTED;
      case HOLDS_SO_FAR, UNDECIDED -> UNDECIDED;
      case CANCELLED -> ExitCode.INTERRUPTED;
    };
  }

  private void tell(Checked checked, Verdict verdict) {
    terminal.line(checked.file() + ": " + verdict.says());
    verdict
        .mistakes()
        .forEach(each -> terminal.line(WORDS.get("mistake", each.line(), each.says())));
    verdict
        .breaking()
        .ifPresent(
            each -> {
              terminal.line("    " + WORDS.get("threads", EndingSentence.threads(each.trace())));
              terminal.line("    " + again(checked, each));
            });
    verdict.uncontrolled().forEach(each -> terminal.line(WORDS.get("uncontrolled", each)));
  }

  private static String again(Checked checked, Endings.Group group) {
    String schedule = new Schedule(checked.file().toString(), group.schedule()).toString();
    return WORDS.get("again", schedule);
  }

  private void write(JsonGenerator to, List<Told> all) throws IOException {
    to.writeStartObject();
    to.writeStringField("lesson", lesson.id());
    to.writeArrayFieldStart("checks");
    for (Told each : all) {
      to.writeStartObject();
      write(to, each);
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void write(JsonGenerator to, Told told) throws IOException {
    Verdict verdict = told.verdict();
    to.writeStringField("file", told.checked().file().toString());
    to.writeStringField("language", told.checked().attempt().language().id());
    String outcome = verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    to.writeStringField("outcome", outcome);
    to.writeBooleanField("passed", verdict.isPassed());
    to.writeStringField("says", verdict.says());
    if (verdict.breaking().isPresent()) {
      Endings.Group group = verdict.breaking().get();
      to.writeStringField("ending", EndingSentence.of(group));
      to.writeStringField("schedule", new Schedule("", group.schedule()).list());
      to.writeNumberField("preemptions", group.preemptions());
    }
    if (verdict.progress().isPresent()) {
      to.writeNumberField("runs", verdict.progress().get().runs());
      to.writeBooleanField("whole", verdict.progress().get().isWhole());
    }
    to.writeArrayFieldStart("mistakes");
    for (Mistake each : verdict.mistakes()) {
      to.writeStartObject();
      to.writeNumberField("line", each.line());
      to.writeStringField("says", each.says());
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeArrayFieldStart("notControlled");
    for (String each : verdict.uncontrolled()) {
      to.writeString(each);
    }
    to.writeEndArray();
  }
}
