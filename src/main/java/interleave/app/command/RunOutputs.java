package interleave.app.command;

import interleave.file.WholeFile;
import interleave.program.Program;
import interleave.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run without a window is to leave behind, and its bounds.
 *
 * @param record where the recording goes, null for nowhere; so for the picture and the summary
 * @param dark whether the picture is wanted in dark colours too
 * @param timeout null for none
 * @param deadlocked what becomes of a program that a deadlock keeps from going on
 * @param cap bytes on disk that the recording may take
 * @param sources whether the sources of a program of the user's own are kept in the recording
 */
public record RunOutputs(
    @Nullable Path record,
    @Nullable Path snapshot,
    boolean dark,
    @Nullable Path summary,
    @Nullable Duration timeout,
    Deadlocked deadlocked,
    long cap,
    boolean sources) {
  private static final Set<Path> OUTPUTS = Set.of(Path.of("-"), Path.of("/dev/stdout"));
  private static final Words WORDS = Words.of("app");

  /** What becomes of a program of which nothing can go on. */
  enum Deadlocked {
    /** A scenario of ours is stopped, as its lesson says; a program of the user's own runs on. */
    BY_ORIGIN,
    STOPPED,
    KEPT
  }

  /** Whether that program is stopped where nothing of it can go on. */
  boolean stops(Program program) {
    return switch (deadlocked) {
      case BY_ORIGIN -> program instanceof Program.Lesson;
      case STOPPED -> true;
      case KEPT -> false;
    };
  }

  /** Refuses what could not be written, before the program has run for nothing. */
  RunOutputs checked() {
    check("--record", record);
    check("--snapshot", snapshot);
    if (snapshot != null && Figures.still(snapshot).isEmpty()) {
      throw new UsageException(WORDS.get("wish.picture", snapshot, Figures.suffixes()));
    }
    if (summary != null && !isOwnOutput(summary)) {
      check("--summary", summary);
    }
    return this;
  }

  /** Whether the recording has to be understood, and not only made. */
  boolean needTimeline() {
    return snapshot != null || summary != null;
  }

  /**
   * Whether it is the output of this process, into which a summary may be written: it is text, and
   * follows what the program printed. Nothing else is written to what is no regular file.
   */
  static boolean isOwnOutput(Path file) {
    return OUTPUTS.contains(file);
  }

  public static void check(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Path whole = file.toAbsolutePath();
    Path folder = whole.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new UsageException(WORDS.get("wish.no-folder", option, folder));
    }
    if (Files.isDirectory(whole)) {
      throw new UsageException(WORDS.get("wish.folder", option, file));
    }
    if (!WholeFile.isReplaceable(whole)) {
      throw new UsageException(WORDS.get("wish.no-regular", option, file));
    }
    if (!Files.isWritable(Files.exists(whole) ? whole : folder)) {
      throw new UsageException(WORDS.get("wish.denied", option, file));
    }
  }
}
