package interleave.view.console;

import interleave.program.annotation.Annotations;
import interleave.timeline.OutputTrack;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the console as a list that holds no row: a printed line is asked of the timeline when
 * a cell shows it. So a million lines cost the window nothing, and taking over a flood is one
 * change a frame. What was typed or is said by us stands between the lines where it was.
 */
final class ConsoleRows extends ObservableListBase<ConsoleRow> {
  private final List<ConsoleRow.Between> between = new ArrayList<>();
  private @Nullable OutputTrack output;
  private int printed;

  /** Begins afresh. */
  void clearRows() {
    if (!isEmpty()) {
      beginChange();
      List<ConsoleRow> gone = new Gone(size());
      between.clear();
      printed = 0;
      output = null;
      nextRemove(0, gone);
      endChange();
    }
  }

  /** The rows that are gone, of which nobody needs more than how many they were. */
  private static final class Gone extends java.util.AbstractList<ConsoleRow> {
    private final int size;

    Gone(int size) {
      this.size = size;
    }

    @Override
    public ConsoleRow get(int i) {
      return new ConsoleRow.Typed(0, "", 0);
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** Takes over what was printed meanwhile. */
  void take(OutputTrack now) {
    output = now;
    int more = now.size() - printed;
    if (more > 0) {
      beginChange();
      int from = size();
      printed = now.size();
      nextAdd(from, size());
      endChange();
    }
  }

  /** Something was typed at {@code time}. */
  void type(long time, String text) {
    insert(between.size(), new ConsoleRow.Typed(time, text, printed));
  }

  /** Something was said by us at {@code time}, behind that many printed lines. */
  void say(long time, String text, int before) {
    insert(behind(before), new ConsoleRow.Said(time, text, before));
  }

  /** The place behind all such rows that stand behind no more than that many printed lines. */
  private int behind(int before) {
    int place = between.size();
    while (place > 0 && between.get(place - 1).before() > before) {
      place--;
    }
    return place;
  }

  private void insert(int place, ConsoleRow.Between row) {
    beginChange();
    between.add(place, row);
    nextAdd(row.before() + place, row.before() + place + 1);
    endChange();
  }

  /** What was typed before the run was saved, in its order: each after what was printed by then. */
  void retype(List<Annotations.Typed> lines) {
    OutputTrack now = output;
    if (now == null) {
      return;
    }
    int least = 0;
    for (Annotations.Typed line : lines) {
      least = Math.max(least, printedBy(now, line.time()));
      insert(behind(least), new ConsoleRow.Typed(line.time(), line.text(), least));
    }
  }

  private int printedBy(OutputTrack lines, long time) {
    int low = 0;
    int high = printed;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.line(middle).time() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many printed lines there are. */
  int printed() {
    return printed;
  }

  @Override
  public ConsoleRow get(int row) {
    int before = rowsBefore(row);
    if (before < between.size() && between.get(before).before() + before == row) {
      return between.get(before);
    }
    OutputTrack lines = output;
    if (lines == null) {
      throw new IndexOutOfBoundsException(row);
    }
    return new ConsoleRow.Printed(lines.line(row - before));
  }

  /** How many such rows stand above that row. */
  private int rowsBefore(int row) {
    int low = 0;
    int high = between.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (between.get(mid).before() + mid < row) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  @Override
  public int size() {
    return printed + between.size();
  }
}
