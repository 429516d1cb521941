package interleave.exchange.export;

import interleave.file.Progress;
import interleave.file.SummaryFile;
import interleave.timeline.summary.Summaries;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The summary of a run, which is of all of it: the same as a run without a window leaves. */
public final class SummaryFormat implements ExportFormat {
  private static final Words WORDS = Words.of("exchange/export");

  @Override
  public List<String> suffixes() {
    return List.of(".summary.json");
  }

  @Override
  public String title() {
    return WORDS.get("summary");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    if (!what.isWhole()) {
      throw new IOException(WORDS.get("summary.whole"));
    }
    Progress.check(progress, 0, 1);
    SummaryFile.write(Summaries.of(what.timeline()), out);
  }
}
