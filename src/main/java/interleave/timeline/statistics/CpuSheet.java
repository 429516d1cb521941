package interleave.timeline.statistics;

import interleave.timeline.CpuTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.CpuText;
import interleave.timeline.layout.Durations;
import interleave.words.Words;
import java.util.List;

/** How much processor time each process used. */
public final class CpuSheet {
  private static final Words WORDS = Words.of("timeline/cpu");

  private CpuSheet() {}

  public static Sheet of(Timeline timeline) {
    List<String> columns =
        List.of(
            WORDS.get("column.process"),
            WORDS.get("column.used"),
            WORDS.get("column.within"),
            WORDS.get("column.average"),
            WORDS.get("column.most"));
    List<List<String>> rows =
        CpuTrack.all(timeline).stream().limit(Sheet.MOST).map(cpu -> row(timeline, cpu)).toList();
    return new Sheet(80, WORDS.get("sheet"), columns, rows);
  }

  private static List<String> row(Timeline timeline, CpuTrack cpu) {
    ProcessTrack process = timeline.processes().get(cpu.process());
    return List.of(
        process.name() + " " + process.pid(),
        Durations.show(cpu.usedNs()),
        Durations.show(cpu.end() - cpu.start()),
        CpuText.share(cpu.share()),
        CpuText.share(cpu.most()));
  }
}
