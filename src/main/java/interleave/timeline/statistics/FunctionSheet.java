package interleave.timeline.statistics;

import interleave.timeline.range.Inquiry;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import interleave.timeline.stack.StackText;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;

/** In which functions samples were taken within the range, by stacks of running threads. */
public final class FunctionSheet {
  private static final Words WORDS = Words.of("timeline/statistics");

  private FunctionSheet() {}

  /** Empty where no stacks were sampled in the run. */
  public static Optional<Sheet> of(Inquiry asked) {
    if (asked.timeline().stackSamples().isEmpty()) {
      return Optional.empty();
    }
    StackQuestion whole = StackQuestion.whole(asked.timeline());
    StackSum sum = StackSum.of(whole.within(asked.range()), asked.patience());
    List<Sheet.Row> rows = sum.functions().stream().map(each -> row(each, sum.samples())).toList();
    List<String> columns = List.of("function", "line", "self", "self-share", "samples", "share");
    Sheet sheet = Sheet.named(45, "functions", "wwnnnn", columns, rows);
    String few = sum.isFew() ? WORDS.get("functions.few") : "";
    return Optional.of(
        new Sheet(45, sheet.id(), sheet.title(), sheet.columns(), sheet.rows(), sheet.all(), few));
  }

  private static Sheet.Row row(StackSum.Function function, long all) {
    return new Sheet.Row(
        null,
        Cell.words(function.name()),
        Cell.words(StackText.place(function.place())),
        Cell.count(function.self()),
        share(function.self(), all),
        Cell.count(function.samples()),
        share(function.samples(), all));
  }

  private static Cell share(long part, long all) {
    return new Cell(StackText.share(part, all), all == 0 ? 0 : (double) part / all);
  }
}
