package interleave.timeline.picture;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.TimeText;
import interleave.timeline.track.Space;
import interleave.timeline.track.View;

/** The red line at the moment that everything else tells about, with a flag that says when. */
final class PlayheadMark {
  private static final double FLAG = 17;

  private PlayheadMark() {}

  static void draw(View view, Space space, Brush brush, double bottom) {
    if (view.playhead() == Timeline.OPEN) {
      return;
    }
    double x = space.x(view.playhead());
    if (x < space.left() - 1 || x > space.right() + 1) {
      return;
    }
    PictureAreas frame = view.frame();
    double top = PictureAreas.OVERVIEW - 10;
    double tip = top + FLAG + 9;
    brush.line(x, tip - 4, x, bottom, Role.RED, 1.5);
    brush.area(new Points().add(x - 6, tip - 9).add(x + 6, tip - 9).add(x, tip), Role.RED, 1);
    String text =
        TimeText.moment(view.playhead() - view.timeline().start(), space.scale().nsPerPixel() / 2);
    double width = brush.width(Face.CODE_SMALL, text) + 10;
    double left = Math.max(frame.left(), Math.min(x - width / 2, space.right() - width));
    brush.fill(left, top, width, FLAG, 3, Role.RED);
    brush.words(
        left + width / 2,
        top + FLAG / 2,
        text,
        Face.CODE_SMALL,
        Role.ON_RED,
        width,
        Mark.Align.CENTER);
    brush.hits().rect(left, top, width, tip - top + 2, Hit.of(Part.PLAYHEAD));
  }
}
