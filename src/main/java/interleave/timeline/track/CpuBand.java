package interleave.timeline.track;

import interleave.timeline.CpuTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.CpuText;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.CpuSheet;
import interleave.timeline.statistics.Sheet;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many cores a process keeps busy, as a stepped area; a dotted line is as high as one core, or
 * as all that it had at once:
 *
 * <pre>
 *   CPU               2 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
 *   now 1.9 cores              ____/▔▔▔▔▔▔\
 *                     ____/▔▔▔▔            \____
 * </pre>
 */
final class CpuBand extends TrackKind {
  static final String NAME = "cpu";
  static final CpuBand KIND = new CpuBand();

  private static final Words WORDS = Words.of("timeline/cpu");
  private static final double AREA = 0.28;
  private static final FoundKind FOUND = new FoundKind(15, WORDS, "found", false);
  private static final LegendEntry LEGEND =
      new LegendEntry(
          90,
          () -> WORDS.get("legend"),
          (brush, x, y) -> {
            brush.fill(x, y - 4, LegendEntry.SWATCH, 10, 0, Role.RUNNING, AREA);
            brush.line(x, y - 4, x + LegendEntry.SWATCH, y - 4, Role.RUNNING, 1.4);
          });

  private static final double HEIGHT = 44;
  private static final double TOP = 9;
  private static final double FLOOR = 5;

  /** What is over sooner, or hardly used a processor, has no row. */
  private static final long SHORTEST_NS = 500_000_000;

  private static final long LEAST_NS = 50_000_000;

  /** A system that counts in ticks may tell of a little more than there was. */
  private static final double SLACK = 0.15;

  private CpuBand() {
    super(NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return CpuTrack.all(timeline).stream()
        .filter(cpu -> cpu.end() - cpu.start() >= SHORTEST_NS && cpu.usedNs() >= LEAST_NS)
        .map(cpu -> Place.inside(cpu.process(), cpu.process()))
        .toList();
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Cpu(index);
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.Cpu ? thing : null;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    List<CpuTrack> all = CpuTrack.all(timeline);
    return List.of(
        new Findable(
            FOUND,
            all.size(),
            i -> title(timeline, all.get(i).process()),
            i -> new ThingRef.Cpu(all.get(i).process()),
            i -> all.get(i).process()));
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(CpuSheet.of(asked));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    CpuTrack cpu = CpuTrack.of(view.timeline(), slot.index());
    if (cpu == null) {
      return;
    }
    ThingRef thing = new ThingRef.Cpu(cpu.process());
    List<Gutter.Fact> facts = List.of(Gutter.Fact.plain(fact(view, cpu)));
    Gutter.draw(view, slot, thing, WORDS.get("title"), facts, brush);
    double width = space.right() - space.left();
    CpuSteps steps = CpuSteps.of(space, cpu);
    int cores = Math.max(1, (int) Math.ceil(steps.most() - SLACK));
    double base = slot.bottom() - FLOOR;
    double top = slot.y() + TOP;
    brush.words(
        space.left() - 6, top, "" + cores, Face.CODE_SMALL, Role.MUTED, 24, Mark.Align.RIGHT);
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().rect(space.left(), slot.y(), width, slot.height(), Hit.of(Part.TRACK, thing));
    brush.line(space.left(), top, space.right(), top, Role.MUTED, 1, Mark.Stroke.DOTTED);
    area(space, steps, base, (base - top) / cores, top, brush);
    brush.names();
  }

  private static void area(
      Space space, CpuSteps steps, double base, double unit, double top, Brush brush) {
    if (steps.size() == 0) {
      return;
    }
    Points line = new Points();
    Points area = new Points();
    for (int i = 0; i < steps.size(); i++) {
      double from = Math.max(space.left() - 4, space.x(steps.from(i)));
      double to = Math.min(space.right() + 4, space.x(steps.from(i + 1)));
      double y = Math.max(top, base - steps.share(i) * unit);
      if (i == 0) {
        area.add(from, base);
      }
      line.add(from, y).add(to, y);
      area.add(from, y).add(to, y);
    }
    brush.seen(LEGEND);
    brush.area(area.add(line.lastX(), base), Role.RUNNING, AREA);
    brush.path(line, Role.RUNNING, 1.4);
  }

  private static String fact(View view, CpuTrack cpu) {
    long moment = view.moment();
    return moment < cpu.start() || moment > cpu.end()
        ? WORDS.get("fact.used", TimeText.duration(cpu.usedNs()))
        : WORDS.get("fact.now", CpuText.share(cpu.shareAt(moment)));
  }

  private static String title(Timeline timeline, int process) {
    return WORDS.get("tip.title", timeline.processes().get(process).name());
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    CpuTrack cpu =
        thing instanceof ThingRef.Cpu(int process) ? CpuTrack.of(timeline, process) : null;
    return cpu == null
        ? null
        : List.of(
            title(timeline, cpu.process()),
            WORDS.get("fact.used", TimeText.duration(cpu.usedNs())),
            WORDS.get("tip.most", CpuText.share(cpu.most())));
  }
}
