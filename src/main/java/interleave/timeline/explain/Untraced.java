package interleave.timeline.explain;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import interleave.words.Words;

/** Why less is known of a process than of others, or by whom. */
final class Untraced {
  private static final Words SAYS = Words.of("timeline/pipes");

  private Untraced() {}

  /** A sentence with a blank before it; nothing for a process that recorded what it did itself. */
  static String sentence(Timeline timeline, ProcessTrack process) {
    if (!process.traced() && process.lanes().isEmpty()) {
      return " " + SAYS.get("untraced.sentence");
    }
    for (Arrow arrow : timeline.arrows()) {
      if (arrow.kind() == Arrow.Kind.FORK && arrow.toProcess() == process.index()) {
        String parent = timeline.processes().get(arrow.fromProcess()).name();
        return " " + SAYS.get("fork.sentence", parent);
      }
    }
    return "";
  }
}
