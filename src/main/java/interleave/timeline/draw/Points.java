package interleave.timeline.draw;

import java.util.Arrays;

/** Corners of a line or an area, as they come. */
public final class Points {
  private double[] coordinates = new double[32];
  private int size;

  public Points add(double x, double y) {
    if (size == coordinates.length) {
      coordinates = Arrays.copyOf(coordinates, size * 2);
    }
    coordinates[size++] = x;
    coordinates[size++] = y;
    return this;
  }

  /** How many corners. */
  public int size() {
    return size / 2;
  }

  public double lastX() {
    return coordinates[size - 2];
  }

  public double[] array() {
    return Arrays.copyOf(coordinates, size);
  }
}
