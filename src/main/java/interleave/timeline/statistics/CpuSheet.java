package interleave.timeline.statistics;

import interleave.timeline.CpuTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.CpuText;
import interleave.timeline.range.Inquiry;
import interleave.words.Words;
import java.util.List;

/** How much processor time each process used; known of the whole run only. */
public final class CpuSheet {
  private static final Words WORDS = Words.of("timeline/cpu");

  private CpuSheet() {}

  public static Sheet of(Inquiry asked) {
    List<String> columns =
        List.of(
            WORDS.get("column.process"),
            WORDS.get("column.used"),
            WORDS.get("column.within"),
            WORDS.get("column.average"),
            WORDS.get("column.most"));
    List<Sheet.Row> rows =
        asked.isWhole()
            ? CpuTrack.all(asked.timeline()).stream()
                .map(cpu -> row(asked.timeline(), cpu))
                .toList()
            : List.of();
    return Sheet.of(80, "cpu", WORDS.get("sheet"), Sheet.columns("wttnn", columns), rows);
  }

  private static Sheet.Row row(Timeline timeline, CpuTrack cpu) {
    ProcessTrack process = timeline.processes().get(cpu.process());
    return new Sheet.Row(
        new ThingRef.Cpu(cpu.process()),
        Cell.words(process.name() + " " + process.pid()),
        Cell.nanos(cpu.usedNs()),
        Cell.nanos(cpu.end() - cpu.start()),
        new Cell(CpuText.share(cpu.share()), cpu.share()),
        new Cell(CpuText.share(cpu.most()), cpu.most()));
  }
}
