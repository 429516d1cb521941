package interleave.figure.format;

import interleave.figure.Figure;
import interleave.figure.Replay;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a replay, one after the other. All are as large as the first; one that shows
 * nothing new lengthens the one before it.
 */
final class Frames {
  /** Of a picture; what is below is left out. */
  private static final double MOST_PIXELS = 8e6;

  private final Figure figure;
  private final Replay replay;
  private final TimeRange range;
  private final PixelPainter painter;
  private final int width;
  private final int height;

  Frames(Figure figure) {
    this.figure = figure;
    replay = figure.options().replay();
    range = figure.shown();
    painter = new PixelPainter(figure, 1);
    double tallest = 0;
    for (int i = 0; i < replay.frames(); i += Math.max(1, replay.frames() / 8)) {
      tallest = Math.max(tallest, figure.at(time(i)).height());
    }
    DisplayList last = figure.at(time(replay.frames() - 1));
    tallest = Math.max(tallest, last.height());
    width = painter.pixels(last.width());
    height = painter.pixels(Math.min(tallest, MOST_PIXELS / width));
  }

  /** Takes pictures. */
  interface Screen {
    /** Instead of a pixel as it was before; pixels of pictures are opaque. */
    int SAME = 0;

    /**
     * One that differs from the one before.
     *
     * @param changed the pixels of what differs, {@link #SAME} for those that do not
     * @param hundredths how long it stays
     */
    void show(int[] changed, Change change, int hundredths) throws IOException;
  }

  /** What differs between two pictures: all that does lies within. */
  record Change(int x, int y, int width, int height) {}

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The moment of a picture. */
  private long time(int frame) {
    return range.from() + (long) ((double) range.length() * frame / (replay.frames() - 1));
  }

  /** The pixels of a picture. */
  int[] pixels(int frame) {
    DisplayList list = figure.at(time(frame));
    DisplayList room = new DisplayList(list.width(), height, list.marks());
    return painter.band(room, 0, height);
  }

  /** When a picture comes, in hundredths of a second. */
  private int at(int frame) {
    return (int) Math.round(frame * 100.0 / replay.framesPerSecond());
  }

  /** What would be shown, and how long each stays. */
  int show(Screen screen, Progress progress) throws IOException {
    int[] before = new int[0];
    int[] waiting = before;
    Change change = new Change(0, 0, width, height);
    int since = 0;
    int shown = 0;
    for (int i = 0; i < replay.frames(); i++) {
      int[] now = pixels(i);
      Change next = i == 0 ? change : change(waiting, now);
      if (next != null) {
        if (i > 0) {
          screen.show(changed(before, waiting, change), change, at(i) - since);
          before = waiting;
          shown++;
        }
        waiting = now;
        change = next;
        since = at(i);
      }
      Progress.check(progress, i + 1, replay.frames());
    }
    int stays = Math.max(1, at(replay.frames()) - since);
    screen.show(changed(before, waiting, change), change, stays);
    return shown + 1;
  }

  private int[] changed(int[] before, int[] now, Change change) {
    int[] changed = new int[change.width() * change.height()];
    int to = 0;
    for (int y = change.y(); y < change.y() + change.height(); y++) {
      for (int x = change.x(); x < change.x() + change.width(); x++) {
        int at = y * width + x;
        boolean same = before.length > 0 && now[at] == before[at];
        changed[to++] = same ? Screen.SAME : now[at];
      }
    }
    return changed;
  }

  private @Nullable Change change(int[] one, int[] other) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int first = Arrays.mismatch(one, row, row + width, other, row, row + width);
      if (first >= 0) {
        int last = width - 1;
        while (one[row + last] == other[row + last]) {
          last--;
        }
        left = Math.min(left, first);
        right = Math.max(right, last);
        top = Math.min(top, y);
        bottom = y;
      }
    }
    return right < 0 ? null : new Change(left, top, right - left + 1, bottom - top + 1);
  }
}
