package interleave.timeline.statistics;

import interleave.timeline.ProgramPhase;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.Inquiry;
import interleave.words.Words;
import java.util.List;

/** How long each phase took that goes on in the range, and how quickly it worked. */
public final class PhaseSheet {
  private static final Words WORDS = Words.of("timeline/phases");

  private PhaseSheet() {}

  public static Sheet of(Inquiry asked) {
    List<String> columns =
        List.of(
            WORDS.get("column.phase"),
            WORDS.get("column.took"),
            WORDS.get("column.work"),
            WORDS.get("column.rate"),
            WORDS.get("column.times"));
    List<Sheet.Row> rows =
        asked.timeline().phases().stream()
            .filter(phase -> asked.isWhole() || asked.range().meets(phase.start(), phase.end()))
            .map(phase -> row(asked.timeline(), phase))
            .toList();
    return Sheet.of(10, "phases", WORDS.get("sheet"), Sheet.columns("wtnnn", columns), rows);
  }

  private static Sheet.Row row(Timeline timeline, ProgramPhase phase) {
    boolean open = phase.end() == Timeline.OPEN;
    double speed = phase.speed();
    String times = phase.showSpeedUp(timeline);
    return new Sheet.Row(
        new ThingRef.Phase(phase.index()),
        Cell.words(phase.name()),
        open ? Cell.words(WORDS.get("goes-on")) : Cell.nanos(phase.end() - phase.start()),
        phase.work() == 0 ? Cell.NONE : Cell.count(phase.work()),
        Double.isNaN(speed) ? Cell.NONE : new Cell(Durations.count(Math.round(speed)), speed),
        times.isEmpty() ? Cell.NONE : new Cell(times, phase.speedUp(timeline)));
  }
}
