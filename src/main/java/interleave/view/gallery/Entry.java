package interleave.view.gallery;

import interleave.file.Formats;
import interleave.scenario.Scenario;
import interleave.view.program.ProgramForm;
import interleave.words.Words;
import java.nio.file.Path;

/** A row of the gallery. */
public sealed interface Entry {
  /** What the gallery says of itself and of what is not a scenario. */
  Words WORDS = Words.of("view/gallery");

  String text();

  /** The name of a group, which can be folded. */
  record Heading(String id, String text, boolean open) implements Entry {}

  /** A scenario. */
  record Lesson(Scenario scenario) implements Entry {
    @Override
    public String text() {
      return scenario.title();
    }
  }

  /** Runs a program of the user's own. */
  record RunProgram() implements Entry {
    @Override
    public String text() {
      return WORDS.get("run");
    }
  }

  /** Opens a recording. */
  record OpenRecording() implements Entry {
    @Override
    public String text() {
      return WORDS.get("open");
    }
  }

  /** A program that was run before. */
  record Own(ProgramForm form) implements Entry {
    @Override
    public String text() {
      String arguments = form.arguments().strip();
      return arguments.isEmpty() ? form.title() : form.title() + " " + arguments;
    }
  }

  /** A recording that was kept, or opened before. */
  record Recent(Path file) implements Entry {
    @Override
    public String text() {
      return Formats.KNOWN.bareName(file);
    }
  }
}
