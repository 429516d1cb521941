package interleave.view.control;

import interleave.timeline.layout.Durations;
import interleave.view.theme.Fonts;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** How long threads waited for something: one column for each power of two of nanoseconds. */
public final class Histogram extends Region {
  private static final double COLUMNS = 70;
  private static final double HEIGHT = 90;
  private static final int BUCKETS = 48;
  private static final double LETTER = 6.5;

  private final Canvas canvas = new Canvas();
  private long[] counts = new long[0];
  private int first;
  private Color fill = Color.ORANGE;
  private Color text = Color.GRAY;

  public Histogram() {
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().add(canvas);
    SpokenWords.of("view/inspector").accessible(this, "waits.says");
  }

  /** Takes over how many waits took from 2^i ns on, up to twice that; false when there was none. */
  public boolean show(IntToLongFunction waits, Color columns, Color words) {
    long[] all = new long[BUCKETS];
    int low = BUCKETS;
    int high = -1;
    for (int i = 0; i < BUCKETS; i++) {
      all[i] = waits.applyAsLong(i);
      if (all[i] > 0) {
        low = Math.min(low, i);
        high = i;
      }
    }
    if (high < 0) {
      return false;
    }
    low = Math.max(0, Math.min(low, high - 7));
    long[] now = Arrays.copyOfRange(all, low, high + 1);
    if (!Arrays.equals(now, counts) || low != first || !columns.equals(fill)) {
      counts = now;
      first = low;
      fill = columns;
      text = words;
      paint();
    }
    return true;
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(HEIGHT);
      paint();
    }
  }

  private void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
    if (counts.length == 0) {
      return;
    }
    long most = Arrays.stream(counts).max().orElse(1);
    double step = canvas.getWidth() / counts.length;
    g.setFont(Font.font(Fonts.CODE, 10.5));
    int every = (int) Math.ceil(58 / step);
    for (int i = 0; i < counts.length; i++) {
      double height = counts[i] == 0 ? 0 : Math.max(1.5, COLUMNS * counts[i] / most);
      g.setFill(fill);
      g.fillRect(i * step + 1, COLUMNS - height, Math.max(1, step - 2), height);
      String label = Durations.show(1L << (first + i));
      if (i % every == 0 && i * step + label.length() * LETTER < canvas.getWidth()) {
        g.setFill(text);
        g.fillText(label, i * step + 1, HEIGHT - 5);
      }
    }
  }
}
