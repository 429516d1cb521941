package interleave.exchange.export.part;

import interleave.event.Recording;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.file.FurtherEntry;
import interleave.file.InterleaveFormat;
import interleave.file.Leftovers;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.file.ToldProblems;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recording of our own: all of a run, or a part of it. */
public final class PartFormat implements ExportFormat {
  private static final Words WORDS = Words.of("exchange/export");
  private static final InterleaveFormat OURS = new InterleaveFormat();

  /** The parts of the way that it takes to have the segments, and to cut them. */
  private static final double UNPACKED = 0.2;

  private static final double CUT = 0.9;

  @Override
  public List<String> suffixes() {
    return OURS.suffixes();
  }

  @Override
  public String title() {
    return WORDS.get("part");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    Path file = Files.createTempFile("interleave", OURS.suffixes().getFirst());
    try {
      save(what, file, progress);
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void save(Excerpt what, Path file, Progress progress) throws IOException {
    Stages stages = new Stages(progress);
    Recording all = what.origin().recording(stages.upTo(UNPACKED));
    if (what.isWhole()) {
      List<FurtherEntry> beside = beside(what);
      if (!what.timeline().incomplete()) {
        beside.addAll(what.origin().derived());
      }
      OURS.save(all, what.manifest(), beside, file, stages.upTo(1));
      return;
    }
    Leftovers.copy(part -> cut(what, all, part, file, stages));
  }

  private static Path cut(Excerpt what, Recording all, Recording part, Path file, Stages stages)
      throws IOException {
    try {
      new Cutting(what, all, part.folder()).cut(stages.upTo(CUT));
      OURS.save(part, manifest(what), beside(what), file, stages.upTo(1));
      return file;
    } finally {
      part.delete();
    }
  }

  /** What was added to it, and what is known to be wrong with it. */
  private static List<FurtherEntry> beside(Excerpt what) {
    Timeline timeline = what.timeline();
    List<FurtherEntry> beside = new ArrayList<>(what.origin().beside());
    beside.addAll(ToldProblems.of(what.manifest(), timeline.problems(), timeline.incomplete()));
    return beside;
  }

  /** Says of which part it is, in seconds of the run. */
  private static Manifest manifest(Excerpt what) {
    double from = what.told(what.range().from()) / 1e9;
    double to = what.told(what.range().to()) / 1e9;
    String range = String.format(Locale.ROOT, "%.6f s … %.6f s", from, to);
    long threads =
        what.timeline().lanes().stream().filter(it -> what.lanes().has(it.index())).count();
    return what.manifest()
        .withPart(
            what.lanes().isAll()
                ? range
                : WORDS.get("part.threads", range, threads, what.timeline().lanes().size()));
  }
}
