package interleave.exercise;

import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a learner has written, and how many hints were read: a folder for each lesson, in it one
 * source file for each language. What is damaged or too large counts as not there.
 */
public final class Notebook {
  private static final String HINTS = "hints";
  private static final long LARGEST = 1 << 20;

  private final Path folder;

  public Notebook(Path folder) {
    this.folder = folder;
  }

  /** What was written last, or what one begins with. */
  public Attempt attempt(Scenario lesson, ProgramLanguage language) {
    Attempt start = Attempt.start(lesson, language);
    String kept = text(file(start));
    return kept.isEmpty() ? start : new Attempt(lesson, language, kept);
  }

  /** Whether there is something of the learner's own. */
  public boolean isBegun(Scenario lesson, ProgramLanguage language) {
    return !attempt(lesson, language).equals(Attempt.start(lesson, language));
  }

  /** Keeps that, as a whole or not at all. */
  public void keep(Attempt attempt) throws IOException {
    write(file(attempt), attempt.text());
  }

  /** From here one begins anew; which hints were read stays. */
  public void reset(Scenario lesson, ProgramLanguage language) throws IOException {
    Files.deleteIfExists(file(Attempt.start(lesson, language)));
  }

  /** How many hints were read. */
  public int hints(Scenario lesson) {
    try {
      int all = lesson.exercise().map(each -> each.hints().size()).orElse(0);
      int read = Integer.parseInt(text(place(lesson).resolve(HINTS)).strip());
      return Math.clamp(read, 0, all);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** So many hints were read. */
  public void hints(Scenario lesson, int read) throws IOException {
    write(place(lesson).resolve(HINTS), Integer.toString(read));
  }

  private Path file(Attempt attempt) {
    return place(attempt.lesson()).resolve(attempt.file());
  }

  private Path place(Scenario lesson) {
    return folder.resolve(lesson.id());
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
