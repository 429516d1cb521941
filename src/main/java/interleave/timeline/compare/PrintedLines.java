package interleave.timeline.compare;

import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.range.Inquiry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What two runs printed. The order of lines of several threads is chance, and told apart from what
 * was printed at all; numbers of processes are other ones each time and count as the same.
 *
 * @param onlyA lines that only the first has, as often as it has them more; so {@code onlyB}
 * @param onlyInA how many these are; some of them only are listed
 * @param firstOther the first line at which they differ, from 0; -1 where they do not
 */
public record PrintedLines(
    long linesA,
    long linesB,
    List<String> onlyA,
    List<String> onlyB,
    long onlyInA,
    long onlyInB,
    int firstOther) {
  /** So many are listed of each. */
  private static final int MOST = 100;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** Whether they printed the same, if in another order. */
  public boolean isSame() {
    return others() == 0;
  }

  /** How many lines only one of them has. */
  public long others() {
    return onlyInA + onlyInB;
  }

  public boolean isOtherOrder() {
    return others() == 0 && firstOther >= 0;
  }

  static PrintedLines of(Inquiry a, Inquiry b) {
    List<String> ofA = lines(a);
    List<String> ofB = lines(b);
    int common = Math.min(ofA.size(), ofB.size());
    int first = 0;
    while (first < common && ofA.get(first).equals(ofB.get(first))) {
      first++;
    }
    List<String> onlyA = only(ofA, ofB);
    List<String> onlyB = only(ofB, ofA);
    return new PrintedLines(
        ofA.size(),
        ofB.size(),
        List.copyOf(onlyA.subList(0, Math.min(MOST, onlyA.size()))),
        List.copyOf(onlyB.subList(0, Math.min(MOST, onlyB.size()))),
        onlyA.size(),
        onlyB.size(),
        first == ofA.size() && first == ofB.size() ? -1 : first);
  }

  private static List<String> lines(Inquiry asked) {
    Timeline of = asked.timeline();
    Set<String> pids = new HashSet<>();
    of.processes().stream()
        .filter(ProcessTrack::hasPid)
        .forEach(each -> pids.add(Long.toString(each.pid())));
    OutputTrack output = of.output();
    List<String> lines = new ArrayList<>(output.size());
    for (int i = 0; i < output.size(); i++) {
      asked.patience().check(i);
      if (!asked.isWhole() && !asked.range().has(output.line(i).time())) {
        continue;
      }
      lines.add(
          NUMBER
              .matcher(output.line(i).text().stripTrailing())
              .replaceAll(found -> pids.contains(found.group()) ? "<pid>" : found.group()));
    }
    return lines;
  }

  private static List<String> only(List<String> these, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    others.forEach(each -> left.merge(each, 1, Integer::sum));
    List<String> only = new ArrayList<>();
    for (String each : these) {
      if (left.merge(each, -1, Integer::sum) < 0) {
        only.add(each);
      }
    }
    return only;
  }
}
