package interleave.timeline.picture;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.Shift;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.HitMap;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Rows;
import interleave.timeline.tableau.TableauDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.ArrayList;
import java.util.List;

/** A timeline as a picture of its own: title, subtitle, parameters, the timeline in full height. */
public final class FigureDrawing {
  private static final double TOP = 18;
  private static final double CHIP = 23;

  private final TextMetrics metrics;
  private final String title;
  private final String subtitle;
  private final List<String> parameters;
  private final boolean stage;

  public FigureDrawing(
      TextMetrics metrics, String title, String subtitle, List<String> parameters, boolean stage) {
    this.metrics = metrics;
    this.title = title;
    this.subtitle = subtitle;
    this.parameters = parameters;
    this.stage = stage;
  }

  /** The picture of that view, as high as it needs to be, but no higher than its frame. */
  public Picture draw(View view) {
    double width = view.frame().width();
    Rows rows = TrackKinds.STANDARD.rows(view.timeline(), view.folds());
    double legend = view.folds().hidesLegend() ? 0 : view.frame().legend();
    double all = view.frame().bodyTop() + rows.height() + legend;
    double body = Math.min(all, view.frame().height());
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, metrics);
    PictureAreas frame = drawing.frame(view, width, body);
    Picture timeline = drawing.draw(view.withFrame(frame));
    Brush head = new Brush(metrics);
    double top = header(frame, head);
    List<Mark> marks = new ArrayList<>();
    double bottom = top + body;
    Picture below = stage ? stage(view, width) : Picture.EMPTY;
    double height = Math.ceil(bottom + below.list().height() + 8);
    marks.add(new Mark.Fill(0, 0, width, height, 0, Role.BACKGROUND, 1));
    marks.addAll(head.list(width, top).marks());
    timeline.list().marks().forEach(mark -> marks.add(Shift.down(mark, top)));
    below.list().marks().forEach(mark -> marks.add(Shift.down(mark, bottom)));
    DisplayList list = new DisplayList(width, height, marks);
    return new Picture(list, HitMap.EMPTY, rows, height);
  }

  private Picture stage(View view, double width) {
    return new TableauDrawing(metrics)
        .draw(view.timeline(), view.moment(), view.selection(), width);
  }

  private double header(PictureAreas frame, Brush brush) {
    double x = frame.left();
    double room = frame.width() - 2 * frame.left();
    double y = TOP;
    if (!title.isBlank()) {
      brush.words(x, y + 8, title, Face.TITLE, Role.TEXT, room, Mark.Align.LEFT);
      y += 22;
    }
    if (!subtitle.isBlank()) {
      brush.words(x, y + 9, subtitle, Face.SUBTITLE, Role.MUTED, room, Mark.Align.LEFT);
      y += 24;
    }
    if (!parameters.isEmpty()) {
      y = chips(x, y + 2, frame.width() - frame.right(), brush) + 8;
    }
    return y;
  }

  private double chips(double left, double top, double right, Brush brush) {
    double x = left;
    double y = top;
    for (String parameter : parameters) {
      double width = Math.min(right - left, brush.width(Face.BODY, parameter) + 28);
      if (x + width > right) {
        x = left;
        y += CHIP + 6;
      }
      brush.fill(x, y, width, CHIP, CHIP / 2, Role.CHIP);
      brush.words(
          x + width / 2,
          y + CHIP / 2,
          parameter,
          Face.BODY,
          Role.TEXT,
          width - 20,
          Mark.Align.CENTER);
      x += width + 8;
    }
    return y + CHIP;
  }
}
