package interleave.app.command;

import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureRun;
import interleave.figure.FigureTheme;
import interleave.figure.format.FigureFormat;
import interleave.figure.format.FigureFormats;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.typeface.Typecase;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws timelines into files. */
final class Figures {
  private static final Words WORDS = Words.of("app");

  private static boolean told;

  private Figures() {}

  /** The format of a still picture of that name; empty where there is none. */
  static Optional<FigureFormat> still(Path file) {
    return FigureFormats.of(file).filter(format -> !format.moves());
  }

  /** The endings of their names. */
  static String suffixes() {
    List<String> suffixes =
        FigureFormats.ALL.stream()
            .filter(format -> !format.moves())
            .map(FigureFormat::suffix)
            .toList();
    return "*" + String.join(", *", suffixes);
  }

  /** Draws the whole run. */
  static void save(
      Timeline timeline, Manifest manifest, FigureTheme theme, Path file, Terminal terminal)
      throws IOException {
    tellLanguage(terminal);
    Figure figure =
        new Figure(
            FigureRun.subject(timeline, manifest),
            FigureOptions.USUAL.in(theme),
            Typecase.shared());
    FigureFormat format = still(file).orElse(FigureFormats.ALL.getFirst());
    FigureFormats.save(format, figure, file, Progress.UNHEARD);
  }

  /** Words are English where no font here has those of the language; that is said once. */
  static void tellLanguage(Terminal terminal) {
    if (!told && !Figure.isReadable(Language.current(), Typecase.shared())) {
      told = true;
      terminal.say(WORDS.get("figures.no-font"));
    }
  }
}
