package interleave.typeface;

import interleave.timeline.draw.Face;
import interleave.timeline.raster.Letters;
import interleave.timeline.raster.OutlineShape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Letters made of the outlines of fonts, each once; nothing has to be prepared. */
public final class OutlineLetters implements Letters {
  private static final double QUARTERS = 4;

  /** How far, in pixels, straight pieces may lie from a curve. */
  private static final double FLAT = 0.05;

  private final Typecase type;
  private final double scale;
  private final Map<Letter, Shape> shapes = new ConcurrentHashMap<>();

  public OutlineLetters(Typecase type, double scale) {
    this.type = type;
    this.scale = scale;
  }

  @Override
  public Shape shape(Letter letter) {
    return shapes.computeIfAbsent(letter, this::made);
  }

  @Override
  public void prepare(Iterable<Letter> letters) {
    letters.forEach(this::shape);
  }

  @Override
  public double below(Face face) {
    return type.below(face);
  }

  @Override
  public double width(Face face, String text) {
    return type.width(face, text);
  }

  @Override
  public boolean whole() {
    return false;
  }

  @Override
  public double scale() {
    return scale;
  }

  private Shape made(Letter letter) {
    double size = letter.face().size() * scale;
    double x = letter.right() / QUARTERS;
    double y = letter.down() / QUARTERS;
    List<double[]> contours = new ArrayList<>();
    for (Typecase.Run run : type.runs(letter.face(), letter.text())) {
      double unit = size / run.font().unitsPerEm();
      for (Typecase.Letter each : run.letters()) {
        AffineTransform place = new AffineTransform(unit, 0, 0, -unit, x, y);
        flatten(run.font().outline(each.glyph()).getPathIterator(place, FLAT), contours);
        x += each.advance() * size;
      }
    }
    return OutlineShape.of(contours);
  }

  private static void flatten(PathIterator path, List<double[]> contours) {
    double[] to = new double[6];
    double[] points = new double[64];
    int length = 0;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(to);
      if (kind == PathIterator.SEG_MOVETO || kind == PathIterator.SEG_CLOSE) {
        add(points, length, contours);
        length = 0;
      }
      if (kind != PathIterator.SEG_CLOSE) {
        if (length + 2 > points.length) {
          points = java.util.Arrays.copyOf(points, 2 * points.length);
        }
        points[length++] = to[0];
        points[length++] = to[1];
      }
    }
    add(points, length, contours);
  }

  private static void add(double[] points, int length, List<double[]> contours) {
    if (length > 4) {
      contours.add(java.util.Arrays.copyOf(points, length));
    }
  }
}
