package interleave.timeline.statistics;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.words.Words;
import java.util.List;

/** How long each phase took, and how quickly it worked. */
public final class PhaseSheet {
  private static final Words WORDS = Words.of("timeline/phases");

  private PhaseSheet() {}

  public static Sheet of(Timeline timeline) {
    List<String> columns =
        List.of(
            WORDS.get("column.phase"),
            WORDS.get("column.took"),
            WORDS.get("column.work"),
            WORDS.get("column.rate"),
            WORDS.get("column.times"));
    List<List<String>> rows =
        timeline.phases().stream().limit(Sheet.MOST).map(phase -> row(timeline, phase)).toList();
    return new Sheet(10, WORDS.get("sheet"), columns, rows);
  }

  private static List<String> row(Timeline timeline, ProgramPhase phase) {
    boolean open = phase.end() == Timeline.OPEN;
    double speed = phase.speed();
    String times = phase.showSpeedUp(timeline);
    return List.of(
        phase.name(),
        open ? WORDS.get("goes-on") : Durations.show(phase.end() - phase.start()),
        phase.work() == 0 ? "–" : Durations.count(phase.work()),
        Double.isNaN(speed) ? "–" : Durations.count(Math.round(speed)),
        times.isEmpty() ? "–" : times);
  }
}
