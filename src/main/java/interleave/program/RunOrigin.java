package interleave.program;

import interleave.words.Words;
import java.nio.file.Path;

/** Where a run that is looked at comes from: a program, or a recording that was saved. */
public sealed interface RunOrigin permits Program, RunOrigin.Saved {
  /** As in the header. */
  String title();

  /** One line below the title. */
  String summary();

  /**
   * Whether a run of the other is also a run of this, the values of parameters and the interpreter
   * aside.
   */
  default boolean isLike(RunOrigin other) {
    return equals(other);
  }

  /**
   * A recording that was saved.
   *
   * @param place where the user has it: not always where it is read
   */
  record Saved(Path file, String title, Path place) implements RunOrigin {
    private static final Words WORDS = Words.of("program");

    public Saved(Path file) {
      this(file, String.valueOf(file.getFileName()));
    }

    public Saved(Path file, String title) {
      this(file, title, file);
    }

    @Override
    public String summary() {
      return WORDS.get("saved", place);
    }
  }
}
