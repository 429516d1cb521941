package interleave.exchange.export;

import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Which threads leave. Immutable. */
public final class LaneChoice {
  /** All there are. */
  public static final LaneChoice ALL = new LaneChoice(true, new BitSet());

  private final boolean all;
  private final BitSet lanes;

  private LaneChoice(boolean all, BitSet lanes) {
    this.all = all;
    this.lanes = lanes;
  }

  /** Those alone, by their indices. */
  public static LaneChoice of(Collection<Integer> lanes) {
    BitSet chosen = new BitSet();
    lanes.forEach(chosen::set);
    return new LaneChoice(false, chosen);
  }

  /**
   * Those whose name one of the patterns fits, with or without their process's before it: {@code
   * worker-*}, {@code app/main}. A star stands for any text and a question mark for one letter.
   */
  public static LaneChoice named(Timeline timeline, List<String> patterns) {
    List<Pattern> fitting = patterns.stream().map(LaneChoice::pattern).toList();
    return of(
        timeline.lanes().stream()
            .filter(lane -> fitting.stream().anyMatch(each -> fits(timeline, lane, each)))
            .map(ThreadLane::index)
            .toList());
  }

  /** The same, with commas between the patterns; all where there are none. */
  public static LaneChoice named(Timeline timeline, String patterns) {
    List<String> given =
        Arrays.stream(patterns.split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    return given.isEmpty() ? ALL : named(timeline, given);
  }

  private static boolean fits(Timeline timeline, ThreadLane lane, Pattern pattern) {
    String process = timeline.processes().get(lane.process()).name();
    return pattern.matcher(lane.name()).matches()
        || pattern.matcher(process + "/" + lane.name()).matches();
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c ->
                regex.append(
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    }));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  public boolean isAll() {
    return all;
  }

  /** Whether there is nobody left. */
  public boolean isNone() {
    return !all && lanes.isEmpty();
  }

  /** Whether that thread leaves; one that is not known, -1, does where all do. */
  public boolean has(int lane) {
    return all || lane >= 0 && lanes.get(lane);
  }

  /** Whether either of them leaves. */
  public boolean hasAny(int one, int other) {
    return has(one) || has(other);
  }

  /** Whether any thread of that process leaves. */
  public boolean hasAnyOf(Timeline timeline, int process) {
    return all || timeline.processes().get(process).lanes().stream().anyMatch(this::has);
  }
}
