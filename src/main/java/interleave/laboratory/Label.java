package interleave.laboratory;

import interleave.program.Program;
import interleave.scenario.Parameter;
import java.util.List;

/** Which program a schedule is for, in its text: as one would type it behind the command. */
public final class Label {
  private Label() {}

  /** The label of a program. */
  public static String of(Program program) {
    return switch (program) {
      case Program.Lesson lesson -> {
        StringBuilder label = new StringBuilder(lesson.scenario().id());
        for (Parameter each : lesson.scenario().parameters(lesson.language())) {
          String value = lesson.value(each);
          if (!value.equals(each.standard())) {
            label.append(' ').append(each.name()).append('=').append(value);
          }
        }
        yield label.toString();
      }
      case Program.Own own -> own.title();
    };
  }

  /** What a label asks to be run. */
  public static List<String> words(String label) {
    return label.isEmpty() ? List.of() : List.of(label.split(" "));
  }
}
