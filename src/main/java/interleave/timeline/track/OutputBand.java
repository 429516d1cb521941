package interleave.timeline.track;

import interleave.timeline.OutputTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.OutputEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.ChipRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was printed, each line as a chip at its moment, in rows so that no two overlap. */
final class OutputBand extends TrackKind {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final FoundKind FOUND = FoundKind.ofMoments(100, "kind.output");
  static final String NAME = "output";
  static final OutputBand KIND = new OutputBand();

  private static final int FEW = 4;
  private static final int MANY = 14;
  private static final double LINE = 19.5;
  private static final double CHIP = 16;
  private static final double PAD = 6;
  private static final double WIDEST = 260;
  private static final double MARK = 2;
  private static final int PACKED_TOGETHER = 4096;

  private OutputBand() {
    super(NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return timeline.output().size() == 0 ? List.of() : List.of(Place.between(0, Place.LAST));
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return 2 * PAD + rows(timeline, folds) * LINE;
  }

  /** As many as there may be chips at the same time, but few until asked for more. */
  private static int rows(Timeline timeline, Folds folds) {
    int lines = timeline.output().size();
    if (folds.isOpened(NAME, 0)) {
      return Math.clamp(lines, FEW, MANY);
    }
    return lines > FEW ? FEW : Math.clamp(lines, 2, FEW - 1);
  }

  /** The first line stands for all of them. */
  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return timeline.output().size() == 0 ? null : new ThingRef.Line(0);
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.Line ? thing(timeline, 0) : null;
  }

  @Override
  public Folds click(Folds folds, Hit hit) {
    return hit.part() == Part.MORE ? folds.toggleOpened(NAME, hit.index()) : folds;
  }

  @Override
  public Ground ground() {
    return Ground.NONE;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.output().size(),
            i -> timeline.output().line(i).text(),
            ThingRef.Line::new,
            i -> timeline.output().line(i).process()));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return List.of(new OutputEvents(timeline));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return timeline.output().size() > 0 ? timeline.output().line(0).time() : Timeline.OPEN;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    OutputTrack output = view.timeline().output();
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    int last = output.at(space.to());
    // Packing begins at a line that does not depend on the window, or chips would jump while
    // panning.
    int begin = Math.max(0, output.at(space.from()) - PACKED_TOGETHER / 2);
    int first = begin - begin % PACKED_TOGETHER;
    ChipRows rows = new ChipRows(rows(view.timeline(), view.folds()), 5);
    int hidden = 0;
    for (int i = first; i <= last; i++) {
      OutputTrack.Line line = output.line(i);
      Chip chip = Chip.of(line, space, brush);
      int row = rows.place(chip.left(), chip.width());
      if (row < 0) {
        hidden += chip.time() >= space.left() ? 1 : 0;
      } else if (chip.left() + chip.width() >= space.left()) {
        chip(view, line, chip, slot.y() + PAD + row * LINE, brush);
      }
    }
    brush.names();
    gutter(view, slot, hidden, brush);
  }

  private static void gutter(View view, Slot slot, int hidden, Brush brush) {
    double x = view.frame().left() + 12;
    double width = view.frame().gutter() - 20;
    brush.words(
        x, slot.y() + 15, WORDS.get("output"), Face.NAME, Role.TEXT, width, Mark.Align.LEFT);
    boolean open = view.folds().isOpened(NAME, 0);
    String words =
        hidden > 0 ? WORDS.get("more", hidden) : WORDS.get(open ? "output.less" : "output.by");
    Role role = hidden > 0 || open ? Role.ACCENT : Role.MUTED;
    brush.words(x, slot.y() + 31, words, Face.SMALL, role, width, Mark.Align.LEFT);
    if (hidden > 0 || open) {
      brush.hits().rect(x, slot.y() + 22, width, 18, new Hit(Part.MORE, null, 0));
    }
  }

  /**
   * Where the chip of a line lies. Its mark is always at its time; the text stands to the right of
   * it, or to the left where the right edge would cut it.
   */
  private record Chip(String text, double time, double left, double width, boolean before) {
    static Chip of(OutputTrack.Line line, Space space, Brush brush) {
      String text = line.text().isBlank() ? "⏎" : line.text().strip();
      double time = space.x(line.time());
      double width = Math.min(WIDEST, brush.width(Face.CODE_SMALL, text) + 11);
      double after = space.right() - time;
      double room = time + MARK - space.left();
      if (time > space.right() || width <= after || time < space.left()) {
        return new Chip(text, time, time, width, false);
      }
      boolean before = room > after;
      double shown = Math.min(width, Math.max(room, after));
      return new Chip(text, time, before ? time + MARK - shown : time, shown, before);
    }
  }

  private static void chip(View view, OutputTrack.Line line, Chip chip, double y, Brush brush) {
    ThingRef thing = new ThingRef.Line(line.index());
    double x = chip.left();
    double width = chip.width();
    brush.fill(x, y, width, CHIP, 3, Role.CHIP);
    Role mark = line.stderr() ? Role.RED : Role.thread(line.process());
    brush.fill(chip.time(), y, MARK, CHIP, 0, mark);
    Role role = line.stderr() ? Role.RED : Role.TEXT;
    double text = chip.before() ? x + 3 : x + 6;
    brush.words(text, y + CHIP / 2, chip.text(), Face.CODE_SMALL, role, width - 9, Mark.Align.LEFT);
    if (view.lit(thing)) {
      brush.outline(x, y, width, CHIP, 3, Role.ACCENT, 1.5);
    }
    brush.hits().rect(x, y, width, CHIP, Hit.of(Part.CHIP, thing));
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    if (!(thing instanceof ThingRef.Line(int index))) {
      return null;
    }
    OutputTrack.Line line = timeline.output().line(index);
    String who =
        line.lane() >= 0
            ? QueueBand.lane(timeline, line.lane())
            : line.process() >= 0
                ? timeline.processes().get(line.process()).name()
                : WORDS.get("unknown");
    return List.of(
        line.text(),
        WORDS.get(
            line.stderr() ? "output.error" : "output.at",
            who,
            TimeText.moment(line.time() - timeline.start(), 1000)));
  }
}
