package interleave.timeline.explain;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;

/** Sentences about the phases of a program, and how their speeds compare. */
final class Phases {
  private static final Words WORDS = Words.of("timeline/phases");

  private Phases() {}

  static String sentence(Timeline timeline, ProgramPhase phase) {
    String took = took(timeline, phase);
    if (phase.end() == Timeline.OPEN) {
      return WORDS.get("sentence.open", phase.name(), took);
    }
    String times = phase.showSpeedUp(timeline);
    if (times.isEmpty()) {
      return WORDS.get("sentence.plain", phase.name(), took);
    }
    if (phase.first() == phase.index()) {
      return WORDS.get("sentence.first", phase.name(), took);
    }
    ProgramPhase first = timeline.phases().get(phase.first());
    return WORDS.get(
        "sentence.compared", phase.name(), took, times, first.name(), took(timeline, first));
  }

  private static String took(Timeline timeline, ProgramPhase phase) {
    return TimeText.duration(Math.min(phase.end(), timeline.now()) - phase.start());
  }
}
