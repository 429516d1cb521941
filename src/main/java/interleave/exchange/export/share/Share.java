package interleave.exchange.export.share;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.page.PageDocument;
import interleave.file.Progress;
import interleave.typeface.Typecase;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs on the way to others. Each is added while it is open; then all are saved, and before that
 * nothing is written.
 */
public abstract sealed class Share permits SharedFile, SharedFolder {
  private final String title;
  private final List<ShelfPage.Card> cards = new ArrayList<>();

  /**
   * @param title what stands above the index; empty for the usual words
   */
  Share(String title) {
    this.title = title;
  }

  /** By its name: a page that has all in it where that ends in {@code .html}, or else a folder. */
  public static Share to(Path out, String title) {
    return isFile(out) ? new SharedFile(out, title) : new SharedFolder(out, title);
  }

  /** Whether all come into one file of that name. */
  public static boolean isFile(Path out) {
    return String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".html");
  }

  /** Takes a run. */
  public void add(Excerpt what, Progress progress) throws IOException {
    SharedRun run = SharedRun.of(what, Typecase.shared());
    cards.add(card(cards.size() + 1, run, what, progress));
  }

  /** Where its card leads, and how much is behind it. */
  abstract ShelfPage.Card card(int number, SharedRun run, Excerpt what, Progress progress)
      throws IOException;

  /**
   * Writes it.
   *
   * @return what was written, what one opens first
   */
  public abstract List<Path> save() throws IOException;

  String index() {
    return ShelfPage.of(title, cards);
  }

  /** A document with the index. */
  PageDocument document(List<String> styles, List<String> scripts) {
    String called = title.isBlank() ? SharedRun.WORDS.in(Language.current(), "title") : title;
    return new PageDocument(called, styles, scripts, true);
  }
}
