package interleave.view.statistics;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.view.session.Durations;
import interleave.words.Words;
import java.util.List;

/** How long each phase took, and how quickly it worked. */
final class PhaseSheet {
  private static final Words WORDS = Words.of("view/phases");
  private static final int MOST = 500;

  private PhaseSheet() {}

  static Sheet of(Timeline timeline) {
    List<String> columns =
        List.of(
            WORDS.get("column.phase"),
            WORDS.get("column.took"),
            WORDS.get("column.work"),
            WORDS.get("column.rate"),
            WORDS.get("column.times"));
    List<List<String>> rows =
        timeline.phases().stream().limit(MOST).map(phase -> row(timeline, phase)).toList();
    return new Sheet(WORDS.get("sheet"), columns, rows);
  }

  private static List<String> row(Timeline timeline, ProgramPhase phase) {
    boolean open = phase.end() == Timeline.OPEN;
    double speed = phase.speed();
    String times = phase.showSpeedUp(timeline);
    return List.of(
        phase.name(),
        open ? WORDS.get("section.open") : Durations.show(phase.end() - phase.start()),
        phase.work() == 0 ? "–" : Durations.count(phase.work()),
        Double.isNaN(speed) ? "–" : Durations.count(Math.round(speed)),
        times.isEmpty() ? "–" : times);
  }
}
