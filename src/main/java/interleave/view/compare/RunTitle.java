package interleave.view.compare;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Parameter;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands above a run that is beside another: what tells it from that one. */
final class RunTitle {
  private RunTitle() {}

  /**
   * @param lesson what a recording is of, where that is known
   */
  static String of(RunOrigin origin, Optional<Program.Lesson> lesson, Timeline run) {
    List<String> parts = new ArrayList<>(List.of(origin.title()));
    if (origin instanceof Program.Lesson known) {
      tell(known, parts);
    } else if (origin instanceof Program.Own own) {
      parts.add(String.join(" ", own.arguments()));
    } else {
      lesson.ifPresent(
          known -> {
            parts.add(known.title());
            tell(known, parts);
          });
    }
    TimeText.by(run);
    parts.add(Durations.show(run.now() - run.start()));
    parts.removeIf(String::isBlank);
    return String.join("  ·  ", parts);
  }

  /** Its language, and the values that are not the usual ones. */
  private static void tell(Program.Lesson lesson, List<String> parts) {
    parts.add(lesson.language().title());
    for (Parameter each : lesson.scenario().parameters(lesson.language())) {
      String value = lesson.value(each);
      if (!value.equals(each.standard())) {
        parts.add(each.name() + "=" + value);
      }
    }
  }
}
