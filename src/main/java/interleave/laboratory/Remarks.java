package interleave.laboratory;

import interleave.explore.Progress;
import interleave.explore.Trace;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is to be known of a program beside its endings, in lines: where it is not held, or seen. */
final class Remarks {
  private static final Words WORDS = Words.of("laboratory/report");
  private static final int MOST_PLACES = 10;

  private Remarks() {}

  static List<String> of(Progress progress) {
    List<String> lines = new ArrayList<>();
    for (Concern concern : Concern.values()) {
      List<Map.Entry<Trace.Told, Long>> told =
          progress.told().entrySet().stream()
              .filter(each -> Concern.of(each.getKey()) == concern)
              .sorted(
                  Comparator.comparing((Map.Entry<Trace.Told, Long> each) -> place(each.getKey()))
                      .thenComparingInt(each -> each.getKey().place().line()))
              .toList();
      if (!told.isEmpty()) {
        lines.add(WORDS.get("told." + concern.word()));
      }
      told.stream().limit(MOST_PLACES).forEach(each -> lines.add("    " + line(each)));
      if (told.size() > MOST_PLACES) {
        lines.add("    " + WORDS.get("told.more", told.size() - MOST_PLACES));
      }
    }
    return lines;
  }

  private static String place(Trace.Told told) {
    return told.place().file();
  }

  private static String line(Map.Entry<Trace.Told, Long> told) {
    return Report.counted("told.in", told.getValue(), EndingSentence.of(told.getKey()));
  }
}
