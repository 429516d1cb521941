package interleave.view.gallery;

import interleave.exchange.KnownFormats;
import interleave.scenario.FoundLesson;
import interleave.scenario.Scenario;
import interleave.view.program.ProgramForm;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

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

  /** A lesson of somebody else's with which something is wrong. */
  record Broken(FoundLesson found) implements Entry {
    @Override
    public String text() {
      return found.name();
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

  /**
   * A recording that was kept, or opened before.
   *
   * @param when it was made, briefly; it tells apart those of the same program
   */
  record Recent(Path file, String when) implements Entry {
    private static final String OURS = ".interleave";

    private static final Pattern KEPT =
        Pattern.compile(" \\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d$");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Made when it was written last. */
    static Recent of(Path file, LocalDateTime now) {
      try {
        LocalDateTime made =
            LocalDateTime.ofInstant(
                Files.getLastModifiedTime(file).toInstant(), ZoneId.systemDefault());
        boolean today = made.toLocalDate().equals(now.toLocalDate());
        return new Recent(file, (today ? TIME : DAY).format(made));
      } catch (IOException e) {
        return new Recent(file, ""); // it is gone, which is said when it is to be opened
      }
    }

    /**
     * A recording without its ending, and without the time that its name has where nobody named it;
     * a file of another tool as it is called.
     */
    @Override
    public String text() {
      String name = String.valueOf(file.getFileName());
      return name.endsWith(OURS)
          ? KEPT.matcher(KnownFormats.ALL.bareName(file)).replaceFirst("")
          : name;
    }
  }
}
