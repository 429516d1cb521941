package interleave.app.command.lesson;

import interleave.app.command.UsageException;
import interleave.app.window.WindowSettings;
import interleave.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where lessons of others are: what the command line names, and the folder beside the settings. */
public final class LessonPlaces {
  private static final String OPTION = "--lessons";
  private static final Words WORDS = Words.of("app/lesson");

  private LessonPlaces() {}

  /**
   * Those that the command line names. What stands behind {@code --} belongs to the program that is
   * run.
   *
   * @throws UsageException where one that is named is not there
   */
  public static List<Path> named(String[] args) {
    List<Path> places = new ArrayList<>();
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith(OPTION + "=")) {
        places.add(named(args[i].substring(OPTION.length() + 1)));
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        places.add(named(args[++i]));
      }
    }
    return places;
  }

  /** The folder beside the settings, which may be made at any time. */
  public static Path own(UnaryOperator<@Nullable String> environment) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return WindowSettings.file(System.getProperty("os.name", ""), environment, home)
        .resolveSibling("lessons")
        .toAbsolutePath()
        .normalize();
  }

  private static Path named(String text) {
    try {
      Path place = Path.of(text).toAbsolutePath().normalize();
      if (Files.exists(place)) {
        return place;
      }
    } catch (InvalidPathException _) {
      // it is not there either
    }
    throw new UsageException(WORDS.get("no-place", text));
  }
}
