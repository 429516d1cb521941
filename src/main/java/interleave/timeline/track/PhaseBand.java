package interleave.timeline.track;

import interleave.timeline.ProgramPhase;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventRow;
import interleave.timeline.events.EventSource;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.PhaseSheet;
import interleave.timeline.statistics.Sheet;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a process, and how quickly each did its work, as it was measured:
 *
 * <pre>
 *   Phases            | 1 thread 812 ms      | 2 threads 430 ms | 4 threads 410 ms |
 *   speed, against                           |######## 1.89×    |######### 1.98×   |
 *   1 thread          |#### 1.00×    - - - - |########- - - - - |######### - - - - |   1×
 * </pre>
 */
final class PhaseBand extends TrackKind {
  private static final Words WORDS = Words.of("timeline/phases");
  private static final Words EVENTS = Words.of("timeline/events");
  private static final FoundKind FOUND = FoundKind.of(80, "kind.phase");
  private static final double TOP = 6;
  private static final double BOX = 20;
  private static final double GAP = 5;
  private static final double BARS = 46;
  private static final double LETTERS = 15;

  static final String NAME = "phases";
  static final PhaseBand KIND = new PhaseBand();

  private PhaseBand() {
    super(NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return timeline.phases().stream()
        .mapToInt(ProgramPhase::process)
        .distinct()
        .mapToObj(process -> Place.inside(process, process))
        .toList();
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return compares(timeline, index) ? TOP + BOX + GAP + BARS + 7 : TOP + BOX + 7;
  }

  private static List<ProgramPhase> of(Timeline timeline, int process) {
    return timeline.phases().stream().filter(phase -> phase.process() == process).toList();
  }

  private static boolean compares(Timeline timeline, int process) {
    return of(timeline, process).stream().anyMatch(phase -> phase.first() >= 0);
  }

  private static double most(Timeline timeline, List<ProgramPhase> phases) {
    return phases.stream()
        .mapToDouble(phase -> phase.speedUp(timeline))
        .filter(times -> !Double.isNaN(times))
        .reduce(1, Math::max);
  }

  /** The first one stands for all of them. */
  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return first(timeline, index);
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.Phase(int index)
        ? first(timeline, timeline.phases().get(index).process())
        : null;
  }

  private static ThingRef first(Timeline timeline, int process) {
    return new ThingRef.Phase(of(timeline, process).getFirst().index());
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.phases().size(),
            i -> timeline.phases().get(i).name(),
            ThingRef.Phase::new,
            i -> timeline.phases().get(i).process()));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return List.of(EventSource.sorted(timeline.phases().stream().map(PhaseBand::begins).toList()));
  }

  private static EventRow begins(ProgramPhase phase) {
    return new EventRow(
        phase.start(),
        phase.process(),
        phase.lane(),
        EVENTS.get("kind.phase"),
        WORDS.get("begins", phase.name()),
        new ThingRef.Phase(phase.index()));
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(PhaseSheet.of(asked));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return timeline.phases().stream().mapToLong(ProgramPhase::start).min().orElse(Timeline.OPEN);
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    List<ProgramPhase> phases = of(view.timeline(), slot.index());
    ThingRef thing = first(view.timeline(), slot.index());
    Gutter.draw(view, slot, thing, WORDS.get("title"), facts(view.timeline(), phases), brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    double most = most(view.timeline(), phases);
    for (ProgramPhase phase : phases) {
      if (phase.start() < space.to() && phase.end() > space.from()) {
        box(view, space, slot, phase, brush);
        bar(view, space, slot, phase, most, brush);
      }
    }
    if (compares(view.timeline(), slot.index())) {
      one(view, space, slot, phases, most, brush);
    }
    brush.names();
  }

  private static List<Gutter.Fact> facts(Timeline timeline, List<ProgramPhase> phases) {
    List<Gutter.Fact> facts = new ArrayList<>();
    phases.stream()
        .filter(phase -> phase.first() >= 0)
        .findFirst()
        .ifPresent(
            phase -> {
              String first = timeline.phases().get(phase.first()).name();
              facts.add(Gutter.Fact.plain(WORDS.get("against", first)));
            });
    best(timeline, phases)
        .ifPresent(
            best ->
                facts.add(
                    Gutter.Fact.plain(WORDS.get("best", best.showSpeedUp(timeline), best.name()))));
    return facts;
  }

  private static Optional<ProgramPhase> best(Timeline timeline, List<ProgramPhase> phases) {
    return phases.stream()
        .filter(phase -> !Double.isNaN(phase.speedUp(timeline)))
        .max(Comparator.comparingDouble(phase -> phase.speedUp(timeline)));
  }

  private static void box(View view, Space space, Slot slot, ProgramPhase phase, Brush brush) {
    double x = Math.max(space.x(phase.start()), space.left() - 8);
    double w = Math.min(space.x(view.closed(phase.end())), space.right() + 8) - x;
    double y = slot.y() + TOP;
    ThingRef thing = new ThingRef.Phase(phase.index());
    brush.fill(x, y, w > 3 ? w - 0.8 : Math.max(1, w), BOX, w > 6 ? 3 : 0, Role.CHIP);
    if (view.lit(thing)) {
      brush.outline(x + 1, y + 1, Math.max(2, w - 2.8), BOX - 2, 3, Role.ACCENT, 2);
    }
    double left = Math.max(x, space.left()) + 6;
    double room = Math.min(x + w, space.right()) - left - 6;
    double name = Math.min(room, brush.width(Face.SMALL_STRONG, phase.name()));
    if (room > LETTERS) {
      double middle = y + BOX / 2;
      brush.words(left, middle, phase.name(), Face.SMALL_STRONG, Role.TEXT, room, Mark.Align.LEFT);
      String took = TimeText.duration(view.closed(phase.end()) - phase.start());
      if (brush.width(Face.CODE_SMALL, took) < room - name - 8) {
        brush.words(left + name + 8, middle, took, Face.CODE_SMALL, Role.MUTED);
      }
    }
    double width = Math.max(3, Math.min(x + w, space.right()) - x);
    brush.hits().rect(x, slot.y(), width, slot.height(), Hit.of(Part.SPAN, thing));
  }

  /** As high as it was quick. */
  private static void bar(
      View view, Space space, Slot slot, ProgramPhase phase, double most, Brush brush) {
    double times = phase.speedUp(view.timeline());
    if (Double.isNaN(times)) {
      return;
    }
    double x = Math.max(space.x(phase.start()), space.left() - 8);
    double w = Math.max(1.5, Math.min(space.x(phase.end()), space.right() + 8) - x - 0.8);
    double base = slot.y() + TOP + BOX + GAP + BARS;
    double height = Math.max(1, (BARS - LETTERS) * times / most);
    brush.fill(x, base - height, w, height, 0, Role.ACCENT);
    String text = phase.showSpeedUp(view.timeline());
    double left = Math.max(x, space.left()) + 1;
    if (brush.width(Face.CODE_SMALL, text) <= Math.min(x + w, space.right()) - left) {
      // In a line of their own, above the highest bar: nothing crosses them there.
      double y = base - BARS + LETTERS / 2;
      brush.words(left + 1, y, text, Face.CODE_SMALL, Role.TEXT);
    }
  }

  /** How high a phase is that is just as quick as the first. */
  private static void one(
      View view, Space space, Slot slot, List<ProgramPhase> phases, double most, Brush brush) {
    double y = slot.y() + TOP + BOX + GAP + BARS - (BARS - LETTERS) / most;
    double from = Math.max(space.left() - 8, space.x(phases.getFirst().start()));
    double to = Math.min(space.right() + 8, space.x(view.closed(phases.getLast().end())));
    if (to > from) {
      brush.line(from, y, to, y, Role.TEXT, 1, Mark.Stroke.DASHED);
    }
  }

  /** Where a phase begins and ends, through all rows of its process. */
  @Override
  public void overlay(View view, Space space, Brush brush) {
    for (ProgramPhase phase : view.timeline().phases()) {
      var row = space.row(NAME, phase.process());
      if (row == null) {
        continue;
      }
      double top = space.top(row) + TOP;
      double bottom = space.bottom(phase.process());
      for (long time : new long[] {phase.start(), phase.end()}) {
        if (time >= space.from() && time <= space.to()) {
          double x = Math.round(space.x(time)) + 0.5;
          brush.line(x, top, x, bottom, Role.MUTED, 1, Mark.Stroke.DOTTED);
        }
      }
    }
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    if (!(thing instanceof ThingRef.Phase(int index))) {
      return null;
    }
    ProgramPhase phase = timeline.phases().get(index);
    List<String> lines = new ArrayList<>(List.of(phase.name()));
    boolean open = phase.end() == Timeline.OPEN;
    String took = TimeText.duration(Math.min(phase.end(), timeline.now()) - phase.start());
    lines.add(WORDS.get(open ? "lasts" : "lasted", took));
    if (!Double.isNaN(phase.speed())) {
      lines.add(
          WORDS.get(
              "rate",
              VariableBand.count(phase.work()),
              VariableBand.count(Math.round(phase.speed()))));
    }
    return lines;
  }
}
