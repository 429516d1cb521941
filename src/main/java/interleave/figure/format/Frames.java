package interleave.figure.format;

import interleave.figure.Figure;
import interleave.figure.Replay;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
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
    /**
     * One that differs from the one before.
     *
     * @param hundredths how long it stays
     */
    void show(int[] pixels, Change change, int hundredths) throws IOException;
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
    int[] waiting = new int[0];
    Change change = new Change(0, 0, width, height);
    int since = 0;
    int shown = 0;
    for (int i = 0; i < replay.frames(); i++) {
      int[] now = pixels(i);
      Change next = i == 0 ? change : change(waiting, now);
      if (next != null) {
        if (i > 0) {
          screen.show(waiting, change, at(i) - since);
          shown++;
        }
        waiting = now;
        change = next;
        since = at(i);
      }
      Progress.check(progress, i + 1, replay.frames());
    }
    screen.show(waiting, change, Math.max(1, at(replay.frames()) - since));
    return shown + 1;
  }

  private @Nullable Change change(int[] one, int[] other) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        if (one[row + x] != other[row + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0 ? null : new Change(left, top, right - left + 1, bottom - top + 1);
  }
}
