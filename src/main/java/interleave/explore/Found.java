package interleave.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endings of runs, as they are found. */
final class Found {
  private static final int MOST_ENDINGS = 5_000;
  private static final int MOST_TOLD = 1_000;

  /** All that took too many steps are one. */
  private static final Ending CUT = new Ending(Ending.Kind.STEPS, "", Map.of(), "", List.of());

  private final Map<Ending, Endings.Group> groups = new LinkedHashMap<>();
  private final Map<Trace.Told, Long> told = new LinkedHashMap<>();
  private Endings.@Nullable Group losing;
  private long classes;
  private long more;
  private long cut;
  private long astray;

  /**
   * A run has ended.
   *
   * @param preemptions of its order
   * @param isNew whether it is equivalent to none before
   */
  void add(Trace trace, int preemptions, boolean isNew) {
    trace.told().stream()
        .distinct()
        .filter(each -> told.containsKey(each) || told.size() < MOST_TOLD)
        .forEach(each -> told.merge(each, 1L, Long::sum));
    Ending ending = trace.ending();
    cut += ending.kind() == Ending.Kind.STEPS ? 1 : 0;
    astray += ending.kind() == Ending.Kind.ASTRAY ? 1 : 0;
    if (ending.kind() == Ending.Kind.STOPPED || ending.kind() == Ending.Kind.ASTRAY) {
      return;
    }
    boolean isCut = ending.kind() == Ending.Kind.STEPS;
    classes += isNew ? 1 : 0;
    int times = isNew || isCut ? 1 : 0;
    add(isCut ? CUT : ending, trace, preemptions, times);
    if (Losses.of(trace) > 0) {
      Endings.Group made = group(ending, trace, preemptions, times);
      losing = losing == null ? made : better(losing, made);
    }
  }

  private void add(Ending ending, Trace trace, int preemptions, int times) {
    if (!groups.containsKey(ending) && groups.size() >= MOST_ENDINGS) {
      more += times;
      return;
    }
    groups.merge(ending, group(ending, trace, preemptions, times), Found::better);
  }

  private static Endings.Group group(Ending ending, Trace trace, int preemptions, int times) {
    List<ThreadId> schedule = Schedule.shortest("", trace).choices();
    return new Endings.Group(ending, times, Optional.empty(), preemptions, schedule, trace);
  }

  /** The one with fewer preemptions, or else the shorter schedule, for both. */
  private static Endings.Group better(Endings.Group known, Endings.Group made) {
    boolean isBetter =
        made.preemptions() < known.preemptions()
            || made.preemptions() == known.preemptions()
                && made.schedule().size() < known.schedule().size();
    Endings.Group best = isBetter ? made : known;
    return new Endings.Group(
        best.ending(),
        known.times() + made.times(),
        Optional.empty(),
        best.preemptions(),
        best.schedule(),
        best.trace());
  }

  Endings endings() {
    return new Endings(
        List.copyOf(groups.values()), more, Optional.ofNullable(losing), Optional.empty());
  }

  Map<Trace.Told, Long> told() {
    return told;
  }

  long classes() {
    return classes;
  }

  /** Runs that took more steps than they may. */
  long cut() {
    return cut;
  }

  /** Runs that did not follow their schedule. */
  long astray() {
    return astray;
  }
}
