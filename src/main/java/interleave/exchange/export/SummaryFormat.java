package interleave.exchange.export;

import interleave.file.Progress;
import interleave.file.SummaryFile;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.summary.Summaries;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The summary of a run, which is of all of it: the same as a run without a window leaves. */
public final class SummaryFormat implements ExportFormat {
  private static final Words WORDS = Words.of("exchange/export");

  /** A thing takes about so many. */
  private static final long BYTES = 300;

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
    Timeline run = what.timeline();
    SummaryFile.write(Summaries.of(run), new HeardOutput(out, about(run), progress));
  }

  /** About how many bytes it takes: most is messages, tasks, and lines, where these are many. */
  private static long about(Timeline run) {
    long things = 1L + run.lanes().size() + run.output().size();
    things += run.queues().stream().mapToLong(QueueTrack::messages).sum();
    things += run.pools().stream().mapToLong(pool -> pool.tasks().size()).sum();
    return BYTES * things;
  }
}
