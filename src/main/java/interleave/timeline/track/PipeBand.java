package interleave.timeline.track;

import interleave.timeline.PipeTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.PipeEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PipeText;
import interleave.timeline.layout.TimeText;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.words.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pipe to or from a child process:
 *
 * <pre>
 *   ┃         ____/▔▔▔▔▔▔▔▔▔|   bytes so far as a stepped area, up to where the pipe is closed
 *   ┃   ▂ ▂__/▂ █            |   how many went through in each few pixels, as bars
 *   ┃ ░░░░░░░ ░░ ░           |   when somebody waited for them, along the lower edge
 * </pre>
 */
final class PipeBand extends TrackKind {
  static final String NAME = "pipe";
  static final PipeBand KIND = new PipeBand();

  private static final Words WORDS = Words.of("timeline/pipes");
  private static final FoundKind FOUND = FoundKind.of(70, "kind.pipe");
  private static final double FLOOR = 10;
  private static final double EDGE = 4;
  private static final double BIN = 4;
  private static final int MOST_WAITS = 2000;

  private PipeBand() {
    super(NAME, Sort.PIPE);
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return 60;
  }

  /** Pipes that nobody ever used have no row, and those with two ends have one. */
  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    Set<Integer> twice = PipeText.toldAtTheOtherEnd(timeline);
    return things(
            timeline, folds, pipe -> Place.between(pipe, timeline.pipes().get(pipe).process()))
        .stream()
        .filter(place -> !twice.contains(place.index()))
        .filter(place -> !serves(timeline, place.index()))
        .toList();
  }

  /**
   * Whether it leads to what serves a library only, or from it, and so is none of the program's.
   */
  private static boolean serves(Timeline timeline, int pipe) {
    int child = timeline.pipes().get(pipe).child();
    return child >= 0 && timeline.processes().get(child).origin().service();
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Pipe(index);
  }

  @Override
  int row(ThingRef thing) {
    return thing instanceof ThingRef.Pipe(int pipe) ? pipe : -1;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.pipes().size(),
            i -> called(timeline, timeline.pipes().get(i)),
            ThingRef.Pipe::new,
            i -> timeline.pipes().get(i).process()));
  }

  /** {@code Output of nslookup 4711}. */
  private static String called(Timeline timeline, PipeTrack pipe) {
    String title = PipeText.title(timeline, pipe);
    return pipe.child() < 0 ? title : title + " " + timeline.processes().get(pipe.child()).pid();
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.pipes().stream()
        .flatMap(each -> PipeEvents.of(timeline, each).stream())
        .toList();
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    PipeTrack pipe = view.timeline().pipes().get(slot.index());
    ThingRef thing = new ThingRef.Pipe(pipe.index());
    String title = PipeText.title(view.timeline(), pipe);
    Gutter.draw(view, slot, thing, title, facts(view, pipe), brush);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().rect(space.left(), slot.y(), width, slot.height(), Hit.of(Part.TRACK, thing));
    if (pipe.other() >= 0) {
      content(view, space, slot, pipe, brush);
    } else {
      rate(space, slot, pipe, brush);
      total(view, space, slot, pipe, brush);
    }
    waits(space, slot, pipe, brush);
    closed(space, slot, pipe, brush);
    brush.names();
  }

  private static List<Gutter.Fact> facts(View view, PipeTrack pipe) {
    long moment = view.moment();
    if (moment < pipe.opened()) {
      return List.of(Gutter.Fact.plain(WORDS.get("fact.not-yet")));
    }
    if (pipe.other() >= 0) {
      long written = view.timeline().pipes().get(pipe.other()).bytesAt(moment);
      long within = Math.max(0, written - pipe.bytesAt(moment));
      return List.of(
          Gutter.Fact.plain(WORDS.get("fact.within", PipeText.bytes(within))),
          Gutter.Fact.plain(WORDS.get("fact.written", PipeText.bytes(written))));
    }
    String bytes = PipeText.bytes(pipe.bytesAt(moment));
    boolean all = pipe.bytesAt(moment) == pipe.bytes();
    boolean closed = pipe.closed() <= moment;
    String when = TimeText.moment(pipe.closed() - view.timeline().start(), 1_000_000);
    return List.of(
        Gutter.Fact.plain(WORDS.get(all ? "fact.total" : "fact.bytes", bytes)),
        Gutter.Fact.plain(closed ? WORDS.get("fact.closed", when) : WORDS.get("fact.open")));
  }

  private static double base(Slot slot) {
    return slot.bottom() - FLOOR;
  }

  private static double room(Slot slot) {
    return slot.height() - FLOOR - 8;
  }

  /** How many bytes went through within each few pixels; the tallest bar in sight is full. */
  private static void rate(Space space, Slot slot, PipeTrack pipe, Brush brush) {
    int bins = (int) Math.ceil((space.right() - space.left()) / BIN);
    long[] counts = new long[Math.max(0, bins)];
    long most = 0;
    long before = pipe.bytesAt(space.from() - 1);
    for (int i = 0; i < counts.length; i++) {
      long upTo = pipe.bytesAt(space.scale().time(space.left() + (i + 1) * BIN));
      counts[i] = upTo - before;
      before = upTo;
      most = Math.max(most, counts[i]);
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double h = Math.max(2, room(slot) * 0.8 * counts[i] / most);
        brush.fill(space.left() + i * BIN, base(slot) - h, BIN - 1, h, 0, Role.IO, 0.45);
      }
    }
  }

  /** What was written and what was read so far; between the two lines lies what is in the pipe. */
  private static void content(View view, Space space, Slot slot, PipeTrack pipe, Brush brush) {
    PipeTrack writer = view.timeline().pipes().get(pipe.other());
    double unit = room(slot) / Math.max(1, Math.max(pipe.bytes(), writer.bytes()));
    double from = Math.max(space.left() - 2, space.x(Math.min(pipe.opened(), writer.opened())));
    double to = Math.min(space.right() + 2, space.x(view.timeline().now()));
    if (to <= from) {
      return;
    }
    double[] written = steps(space, slot, writer, unit, from, to);
    double[] read = steps(space, slot, pipe, unit, from, to);
    Points between = new Points();
    add(between, written);
    for (int i = read.length - 2; i >= 0; i -= 2) {
      between.add(read[i], read[i + 1]);
    }
    brush.area(between, Role.IO, 0.4);
    brush.path(add(new Points(), written), Role.IO, 1.4);
    brush.path(add(new Points(), read), Role.IO, 1.4);
  }

  private static Points add(Points to, double[] corners) {
    for (int i = 0; i < corners.length; i += 2) {
      to.add(corners[i], corners[i + 1]);
    }
    return to;
  }

  /** The bytes so far as a stepped line; one step a pixel at most. */
  private static double[] steps(
      Space space, Slot slot, PipeTrack pipe, double unit, double from, double to) {
    Points line = new Points();
    long last = pipe.bytesAt(space.scale().time(from));
    line.add(from, base(slot) - last * unit);
    for (double x = from; x <= to; x++) {
      long bytes = pipe.bytesAt(space.scale().time(x));
      if (bytes != last) {
        line.add(x, base(slot) - last * unit);
        line.add(x, base(slot) - bytes * unit);
        last = bytes;
      }
    }
    return line.add(to, base(slot) - last * unit).array();
  }

  /** The bytes so far; one step a pixel at most. */
  private static void total(View view, Space space, Slot slot, PipeTrack pipe, Brush brush) {
    double unit = room(slot) / Math.max(1, pipe.bytes());
    double from = Math.max(space.left() - 2, space.x(pipe.opened()));
    double to =
        Math.min(space.right() + 2, space.x(Math.min(pipe.closed(), view.timeline().now())));
    Points line = new Points();
    long last = -1;
    for (double x = from; x <= to; x++) {
      long bytes = pipe.bytesAt(space.scale().time(x));
      if (bytes != last) {
        if (last >= 0) {
          line.add(x, base(slot) - last * unit);
        }
        line.add(x, base(slot) - bytes * unit);
        last = bytes;
      }
    }
    if (line.size() == 0) {
      return;
    }
    line.add(to, base(slot) - last * unit);
    double[] corners = line.array();
    Points area = new Points().add(corners[0], base(slot));
    for (int i = 0; i < corners.length; i += 2) {
      area.add(corners[i], corners[i + 1]);
    }
    brush.area(area.add(to, base(slot)), Role.IO, 0.16);
    brush.path(line, Role.IO, 1.4);
  }

  /** When a thread of the parent was in a read or a write. */
  private static void waits(Space space, Slot slot, PipeTrack pipe, Brush brush) {
    double y = base(slot) + 2.5;
    double drawn = Double.NEGATIVE_INFINITY;
    int first = Math.max(0, pipe.at(space.from()));
    for (int i = first; i < Math.min(pipe.transfers(), first + MOST_WAITS); i++) {
      PipeTrack.Transfer transfer = pipe.transfer(i);
      double from = Math.max(Math.max(space.left() - 2, space.x(transfer.begin())), drawn);
      double to = Math.min(space.right() + 2, space.x(transfer.end()));
      if (from > space.right()) {
        break;
      }
      if (to - from >= 0.5) {
        brush.fill(from, y, to - from, EDGE, 1, transfer.failed() ? Role.RED : Role.IO);
        drawn = to;
      }
    }
  }

  private static void closed(Space space, Slot slot, PipeTrack pipe, Brush brush) {
    if (pipe.closed() != Timeline.OPEN) {
      double x = space.x(pipe.closed());
      if (x >= space.left() && x <= space.right()) {
        brush.line(x, base(slot) - room(slot) - 3, x, base(slot) + 3, Role.IO, 1.6);
      }
    }
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    if (!(thing instanceof ThingRef.Pipe(int index))) {
      return null;
    }
    PipeTrack pipe = timeline.pipes().get(index);
    String bytes = PipeText.bytes(pipe.bytes());
    return List.of(
        PipeText.title(timeline, pipe), WORDS.get("tip.transfers", bytes, pipe.transfers()));
  }
}
