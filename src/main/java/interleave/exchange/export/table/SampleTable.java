package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.Site;
import interleave.timeline.StackSamples;
import interleave.timeline.StackTree;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The stacks that threads were sampled with: the innermost place, and all of it as one text. */
record SampleTable() implements Table {
  @Override
  public String name() {
    return "samples";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "process",
        "pid",
        "thread",
        "thread id",
        "time [ns]",
        "counts for [ns]",
        "state",
        "file",
        "line",
        "function",
        "stack");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().stackSamples().stream().mapToLong(StackSamples::size).sum();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    int[] frames = new int[StackTree.MOST_FRAMES];
    for (StackSamples samples : what.timeline().stackSamples()) {
      boolean leaves = what.lanes().has(samples.lane());
      int first = Math.max(0, samples.at(what.range().from() - 1));
      for (int i = first; leaves && i < samples.size(); i++) {
        if (samples.time(i) > what.range().to()) {
          break;
        }
        rows.step();
        if (what.has(samples.time(i))) {
          row(what, samples, i, frames, rows);
        }
      }
    }
  }

  private static void row(Excerpt what, StackSamples samples, int i, int[] frames, Rows rows)
      throws IOException {
    StackTree stacks = what.timeline().stacks();
    int stack = samples.stack(i);
    rows.thread(samples.lane())
        .moment(samples.time(i))
        .number(samples.weight(i))
        .text(samples.state(i).name().toLowerCase(Locale.ROOT))
        .place(stack < 0 ? 0 : stacks.site(stack))
        .text(folded(what, stacks, stack, frames))
        .end();
  }

  /** Outermost first, as tools for flame graphs read it: {@code main;run;wait}. */
  private static String folded(Excerpt what, StackTree stacks, int stack, int[] frames) {
    StringBuilder text = new StringBuilder();
    for (int i = stacks.walk(stack, frames) - 1; i >= 0; i--) {
      Site site = what.timeline().site(stacks.site(frames[i]));
      text.append(text.isEmpty() ? "" : ";").append(site.function());
    }
    return text.toString();
  }
}
