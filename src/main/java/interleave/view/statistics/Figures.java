package interleave.view.statistics;

import interleave.timeline.Site;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import interleave.timeline.statistics.FunctionSheet;
import interleave.timeline.statistics.PathSheet;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.WaitSheet;
import interleave.timeline.track.TrackKinds;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All sheets there are to be shown. */
final class Figures {
  private Figures() {}

  /**
   * What is to be told.
   *
   * @param range null for the whole run
   * @param line of which all waits are listed; null for none
   * @param path that is told leg by leg; null for none
   */
  record Wish(
      Timeline timeline,
      @Nullable TimeRange range,
      @Nullable Site line,
      @Nullable CriticalPath path,
      Language language) {
    /** Whether it differs in no more than that the run went on. */
    static boolean isLike(Wish one, Wish other) {
      return one.timeline.isOfRun(other.timeline)
          && Objects.equals(one.range, other.range)
          && Objects.equals(one.line, other.line)
          && one.path == other.path
          && one.language == other.language;
    }

    /** A timeline is itself and no other; a path may have very many legs. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Wish wish && wish.timeline == timeline && isLike(this, wish);
    }

    @Override
    public int hashCode() {
      return Objects.hash(System.identityHashCode(timeline), range, line, language);
    }
  }

  static List<Sheet> of(Wish wish, Patience patience) {
    TimeRange range = wish.range();
    Inquiry asked =
        new Inquiry(
            wish.timeline(), range == null ? TimeRange.whole(wish.timeline()) : range, patience);
    List<Sheet> sheets = new ArrayList<>(TrackKinds.STANDARD.sheets(asked));
    FunctionSheet.of(asked).ifPresent(sheets::add);
    Site line = wish.line();
    if (line != null) {
      sheets.add(WaitSheet.at(asked, line));
    }
    CriticalPath path = wish.path();
    if (path != null) {
      sheets.add(PathSheet.of(wish.timeline(), path));
    }
    sheets.sort(Comparator.comparingInt(Sheet::rank));
    return sheets;
  }
}
