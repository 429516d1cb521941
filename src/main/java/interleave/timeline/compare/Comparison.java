package interleave.timeline.compare;

import interleave.timeline.Timeline;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.Patience;
import interleave.timeline.range.SliceUse;
import interleave.timeline.range.TimeRange;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two runs beside each other.
 *
 * @param differences all figures of both, alike or not, section by section
 * @param stretch the part of them that is compared; null for all of both
 */
public record Comparison(
    Timeline a,
    Timeline b,
    Partners partners,
    Shift shift,
    List<Difference> differences,
    PrintedLines lines,
    @Nullable Stretch stretch) {
  private static final Words WORDS = Words.of("timeline/compare");

  /** So many names of slices are compared, those first that took longest. */
  private static final int MOST_SLICES = 200;

  /**
   * Compares them.
   *
   * @return empty where one of them has nothing of the name by which they are to be aligned
   */
  public static Optional<Comparison> of(
      Timeline a, Timeline b, Alignment alignment, Patience patience) {
    return of(a, b, alignment, null, patience);
  }

  /**
   * Compares a part of them.
   *
   * @param stretch null for all of both
   * @return empty where one of them has nothing of the name by which they are to be aligned
   */
  public static Optional<Comparison> of(
      Timeline a, Timeline b, Alignment alignment, @Nullable Stretch stretch, Patience patience) {
    Partners partners = Partners.of(a, b);
    return Shift.of(alignment, a, b, partners)
        .map(
            shift -> {
              Inquiry ofA = new Inquiry(a, part(a, stretch, shift, false), patience);
              Inquiry ofB = new Inquiry(b, part(b, stretch, shift, true), patience);
              PrintedLines lines = PrintedLines.of(ofA, ofB);
              List<Difference> all = new Making(ofA, ofB, shift).all(partners, lines);
              return new Comparison(a, b, partners, shift, comparable(a, b, all), lines, stretch);
            });
  }

  private static TimeRange part(
      Timeline of, @Nullable Stretch stretch, Shift shift, boolean second) {
    return stretch == null
        ? TimeRange.whole(of)
        : second ? stretch.inB(shift, of) : stretch.inA(shift, of);
  }

  /** The part of the first run that is compared. */
  public TimeRange partOfA() {
    return part(a, stretch, shift, false);
  }

  /** The part of the second run that is compared. */
  public TimeRange partOfB() {
    return part(b, stretch, shift, true);
  }

  /**
   * Without what has no unit in common: a step of a run under control takes no time that could be
   * told, and is nothing beside a millisecond.
   */
  private static List<Difference> comparable(Timeline a, Timeline b, List<Difference> all) {
    boolean steps = a.countsSteps() || b.countsSteps();
    boolean twoClocks = a.countsSteps() != b.countsSteps();
    return all.stream()
        .filter(each -> !steps || each.metric().unit() != Metric.Unit.PER_SECOND)
        .filter(each -> !twoClocks || each.metric().unit() != Metric.Unit.NANOSECONDS)
        .toList();
  }

  /** Whether only one of the runs counts steps: then no duration of both can be compared. */
  public boolean hasTwoClocks() {
    return a.countsSteps() != b.countsSteps();
  }

  /** What has to be said of the figures as a whole; empty for nothing. */
  public String caution() {
    if (!hasTwoClocks()) {
      return "";
    }
    return WORDS.get(a.countsSteps() ? "clocks.a" : "clocks.b");
  }

  /** The same runs, laid over each other in another way; empty where that cannot be. */
  public Optional<Comparison> aligned(Alignment other) {
    return stretch == null
        ? Shift.of(other, a, b, partners).map(this::shifted)
        : of(a, b, other, stretch, Patience.ENDLESS);
  }

  private Comparison shifted(Shift other) {
    double later = shift.ns() - other.ns();
    List<Difference> moved =
        differences.stream()
            .map(each -> each.metric() == Metric.BEGAN ? each.later(later) : each)
            .toList();
    return new Comparison(a, b, partners, other, moved, lines, stretch);
  }

  /** The figure of the runs, or of what is compared of them, as wholes. */
  public Optional<Difference> ofRun(Metric metric) {
    return differences.stream()
        .filter(each -> each.section() == Section.RUN && each.metric() == metric)
        .findFirst();
  }

  private static final class Making {
    private final RunFigures a;
    private final RunFigures b;
    private final Inquiry ofA;
    private final Inquiry ofB;
    private final List<Difference> all = new ArrayList<>();

    Making(Inquiry ofA, Inquiry ofB, Shift shift) {
      this.ofA = ofA;
      this.ofB = ofB;
      long start = ofA.timeline().start();
      this.a = new RunFigures(ofA, start);
      this.b = new RunFigures(ofB, shift.toB(start));
    }

    List<Difference> all(Partners partners, PrintedLines lines) {
      all.addAll(Figures.differences(Section.RUN, a.run(), b.run(), ""));
      all.addAll(
          Figures.differences(
              Section.RUN,
              a.lines(lines.linesA(), lines.onlyInA()),
              b.lines(lines.linesB(), lines.onlyInB()),
              ""));
      add(Section.PHASES, partners.phases(), a::phase, b::phase);
      add(Section.LOCKS, partners.locks(), a::lock, b::lock);
      add(Section.SYNCHRONIZERS, partners.synchronizers(), a::synchronizer, b::synchronizer);
      add(Section.QUEUES, partners.queues(), a::queue, b::queue);
      add(Section.POOLS, partners.pools(), a::pool, b::pool);
      add(Section.VARIABLES, partners.variables(), a::variable, b::variable);
      add(Section.THREADS, partners.lanes(), a::thread, b::thread);
      slices();
      return List.copyOf(all);
    }

    private void add(
        Section section, List<Pair> pairs, IntFunction<Figures> ofA, IntFunction<Figures> ofB) {
      for (Pair pair : pairs) {
        Figures inA = pair.a() < 0 ? null : ofA.apply(pair.a());
        Figures inB = pair.b() < 0 ? null : ofB.apply(pair.b());
        String name = inA != null ? inA.name() : inB == null ? "" : inB.name();
        all.addAll(Figures.differences(section, inA, inB, name));
      }
    }

    private void slices() {
      Map<String, SliceUse> inA = slices(ofA);
      Map<String, SliceUse> inB = slices(ofB);
      Map<String, Long> longest = new HashMap<>();
      inA.forEach((name, use) -> longest.merge(name, use.totalNs(), Math::max));
      inB.forEach((name, use) -> longest.merge(name, use.totalNs(), Math::max));
      longest.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST_SLICES)
          .map(Map.Entry::getKey)
          .forEach(
              name -> {
                SliceUse a = inA.get(name);
                SliceUse b = inB.get(name);
                all.addAll(
                    Figures.differences(
                        Section.SLICES,
                        a == null ? null : RunFigures.slice(a),
                        b == null ? null : RunFigures.slice(b),
                        name));
              });
    }

    private static Map<String, SliceUse> slices(Inquiry asked) {
      Map<String, SliceUse> byName = new HashMap<>();
      if (!asked.timeline().slices().isEmpty()) {
        SliceUse.all(asked).forEach(use -> byName.put(use.name(), use));
      }
      return byName;
    }
  }
}
