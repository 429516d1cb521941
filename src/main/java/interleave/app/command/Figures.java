package interleave.app.command;

import interleave.app.window.FigureCaption;
import interleave.app.window.RunSubject;
import interleave.program.Program;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.view.export.PictureFormats;
import interleave.view.export.Still;
import interleave.view.timeline.HanGlyphs;
import interleave.view.timeline.TimelineFigure;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Draws timelines into files, with a toolkit of its own that needs no display. */
final class Figures {
  private static final Words WORDS = Words.of("app");

  private static boolean started;
  private static boolean told;

  private Figures() {}

  /**
   * Draws the whole run of {@code program}; its words are English where no font here has those of
   * the language.
   */
  static void save(
      Timeline timeline, Program program, Palette palette, Path file, Terminal terminal)
      throws IOException {
    start();
    Language language = Language.current();
    Language readable = drawn(() -> HanGlyphs.show(language) ? language : Language.ENGLISH);
    if (readable != language && !told) {
      told = true;
      terminal.say(WORDS.get("figures.no-font"));
    }
    Still still = drawn(() -> readable.speaking(() -> figure(timeline, program, palette).still()));
    PictureFormats.KNOWN.save(still, file);
  }

  private static TimelineFigure figure(Timeline timeline, Program program, Palette palette) {
    return new TimelineFigure(
        timeline,
        FigureCaption.of(program),
        TimelineFigure.Paper.of(palette, 2),
        TimelineFigure.Sight.whole(RunSubject.of(program, timeline)));
  }

  /** Does something where JavaFX draws. */
  private static <T> T drawn(Supplier<T> drawing) throws IOException {
    CompletableFuture<T> drawn = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            drawn.complete(drawing.get());
          } catch (RuntimeException | Error e) { // nobody else hears of it, and join waits
            drawn.completeExceptionally(e);
          }
        });
    try {
      return drawn.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      throw new IOException(
          WORDS.get("figures.not-drawn", String.valueOf(e.getCause())), e.getCause());
    }
  }

  private static synchronized void start() throws IOException {
    if (started) {
      return;
    }
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    try {
      Platform.startup(() -> ready.complete(true));
    } catch (IllegalStateException e) {
      ready.complete(true); // it runs already
    } catch (RuntimeException e) {
      throw new IOException(WORDS.get("figures.no-toolkit", String.valueOf(e.getMessage())), e);
    }
    started = ready.join();
    Platform.setImplicitExit(false);
  }
}
