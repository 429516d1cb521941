package interleave.view.statistics;

import interleave.timeline.Site;
import interleave.timeline.Timeline;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.TimeRange;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.WaitSheet;
import interleave.timeline.track.TrackKinds;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Adds the figures up on a thread of its own, one set after the other: a long run has millions of
 * holds. What nobody wants any more is given up.
 */
final class SheetMaker {
  /** Of a run that goes on the figures take at most so much of the time. */
  private static final int SELDOM = 10;

  private static final long PAUSE = 500_000_000L;

  /**
   * What is to be told.
   *
   * @param range null for the whole run
   * @param line of which all waits are listed; null for none
   */
  record Wish(
      Timeline timeline, @Nullable TimeRange range, @Nullable Site line, Language language) {
    /** Whether it differs in more than that the run went on. */
    private boolean isOther(@Nullable Wish before) {
      return before == null
          || timeline.start() != before.timeline.start()
          || !java.util.Objects.equals(range, before.range)
          || !java.util.Objects.equals(line, before.line)
          || language != before.language;
    }

    Inquiry inquiry(interleave.timeline.range.Patience patience) {
      return new Inquiry(timeline, range == null ? TimeRange.whole(timeline) : range, patience);
    }
  }

  private final Consumer<List<Sheet>> made;
  private @Nullable Wish newest;
  private boolean working;
  private long finished;
  private long took;

  /** The one that is worked at; read by the thread that does. */
  private volatile @Nullable Wish wanted;

  /**
   * @param made hears of the figures, on the JavaFX thread
   */
  SheetMaker(Consumer<List<Sheet>> made) {
    this.made = made;
  }

  /** Asks for it, as often as one likes; returns whether it is still to come. */
  boolean ask(Wish wish) {
    boolean other = wish.isOther(newest);
    if (!other && newest != null && wish.timeline() == newest.timeline()) {
      return working;
    }
    if (other && working) {
      wanted = null; // gives up
      newest = null;
      return true;
    }
    boolean rests = System.nanoTime() - finished < Math.max(PAUSE, SELDOM * took);
    if (working || (!other && rests)) {
      return other;
    }
    newest = wish;
    wanted = wish;
    working = true;
    Thread.ofVirtual().name("interleave figures").start(() -> work(wish));
    return true;
  }

  private void work(Wish wish) {
    long began = System.nanoTime();
    List<Sheet> sheets = null;
    try {
      sheets = sheets(wish);
    } catch (CancellationException e) {
      // Something else is wanted.
    } finally {
      List<Sheet> done = sheets;
      Platform.runLater(() -> done(done, System.nanoTime() - began));
    }
  }

  private void done(@Nullable List<Sheet> sheets, long ns) {
    working = false;
    finished = System.nanoTime();
    took = ns;
    if (sheets != null) {
      made.accept(sheets);
    }
  }

  private List<Sheet> sheets(Wish wish) {
    Inquiry asked = wish.inquiry(() -> wanted != wish);
    List<Sheet> sheets = new ArrayList<>(TrackKinds.STANDARD.sheets(asked));
    Site line = wish.line();
    if (line != null) {
      sheets.add(WaitSheet.at(asked, line));
      sheets.sort(Comparator.comparingInt(Sheet::rank));
    }
    return sheets;
  }
}
