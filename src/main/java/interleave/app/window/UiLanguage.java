package interleave.app.window;

import interleave.words.Language;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In which language this program speaks: the one that the command line or the environment asks for,
 * else, in the window, the one that was chosen there last, else the system's.
 */
public final class UiLanguage {
  static final String OPTION = "--language";
  static final String VARIABLE = "INTERLEAVE_LANGUAGE";

  private static volatile boolean asked;

  private UiLanguage() {}

  /**
   * The tag of the language that is asked for. Read before the command line is understood, so that
   * even its errors are in that language; what stands behind {@code --} belongs to the program that
   * is run. A variable that says nothing sensible is passed over.
   */
  public static Optional<String> asked(String[] args, UnaryOperator<@Nullable String> environment) {
    Optional<String> tag =
        Optional.ofNullable(environment.apply(VARIABLE)).filter(it -> Language.of(it).isPresent());
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith(OPTION + "=")) {
        tag = Optional.of(args[i].substring(OPTION.length() + 1));
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        tag = Optional.of(args[i + 1]);
      }
    }
    asked = tag.isPresent();
    return tag;
  }

  /** Speaks what was chosen in the window, unless something else was asked for. */
  static void ofWindow(WindowSettings settings) {
    if (!asked) {
      Language.of(settings.text("language", "")).ifPresent(Language::use);
    }
  }
}
