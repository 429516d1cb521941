package interleave.laboratory;

import interleave.explore.Trace;
import java.util.Locale;

/** What something that a run told is about. */
public enum Concern {
  /** By this two runs of one order may differ. */
  CONTROL,
  /** Orders were tried that this interpreter by itself would not choose. */
  INTERPRETER,
  /** The program got what the laboratory has made up, the same in each run. */
  LABORATORY,
  /** Orders were not tried, since nobody sees that they differ. */
  OBSERVATION;

  /** As files have it, and the words know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Concern of(Trace.Told told) {
    return switch (told.key()) {
      case "switch" -> INTERPRETER;
      case "time", "random.seeded" -> LABORATORY;
      case "unobserved" -> OBSERVATION;
      default -> CONTROL;
    };
  }
}
